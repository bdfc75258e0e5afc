// Adobe Captivate's HTML5 output: its interface and its variables are documented for authors; `cp` holds the slides.
// Before version 8 there was no interface, and the variables stood in the window.
({
  found() {
    if (!window.cpAPIInterface && !window.cp?.movie) return window.cp || document.querySelector("#initialLoading, .cpMainContainer") ? "waiting" : "";
    if (!(this.read("cpInfoSlideCount") > 0)) return "waiting";
    return this.overlay() ? "waiting" : "ready";
  },
  start() {
    this.overlay()?.click();
  },
  outline() {
    const ids = this.ids();
    const count = Math.max(ids.length, Number(this.read("cpInfoSlideCount")) || 0);
    return Array.from({ length: count }, (_, at) => ({ key: String(at), title: this.title(ids[at]), path: [] }));
  },
  async go(key) {
    const at = Number(key);
    if (this.expired()) return false;
    const arrived = () => this.now() === at;
    const ways = [() => this.write("cpCmndGotoSlide", at), () => cpAPIInterface.gotoSlide(at)];
    for (const way of ways) {
      try { way(); } catch { continue; }
      for (let waited = 0; waited < 15 && !arrived(); waited++) await new Promise((done) => setTimeout(done, 100));
      if (arrived()) break;
    }
    if (!arrived()) return;
    // A slide runs on to the next by itself: it is held where a learner can look at it longest.
    const frame = this.resting(at);
    if (frame && this.frame() < frame) this.write("cpCmndGotoFrame", frame);
    else if (window.cpAPIInterface?.pause) cpAPIInterface.pause();
    else this.write("cpCmndPause", 1);
  },
  // A project past its date shows a notice in place of all its slides: that stands for the first one.
  expired() {
    return Boolean(document.querySelector("#exdv, #pems")?.checkVisibility({ visibilityProperty: true }));
  },
  // A moment before that date, in the project's own words.
  until() {
    const project = Object.values(this.data()).find((one) => one?.peon);
    return this.expired() && project ? new Date(project.pey, project.pem - 1, project.ped - 2, 12).getTime() : 0;
  },
  why() {
    return this.expired() ? "expired" : "";
  },
  at(key) {
    const at = Number(key);
    if (this.expired()) return at === 0;
    if (this.now() !== at || this.loading()) return false;
    const slide = this.data()[this.ids()[at]];
    return !slide || this.frame() >= this.resting(at) - 1;
  },
  states() {
    const slide = this.data()[this.ids()[this.now()]];
    const names = [];
    if (this.expired()) return names;
    // The menu is the same on every slide.
    if (this.now() === 0 && window.cp?.toc && (this.data().project?.hasTOC || document.querySelector("#toc")?.children.length)) names.push("menu");
    if (slide?.audCC?.length || slide?.vidCC?.length) names.push("captions");
    const question = this.question();
    if (question?.wrong.length) names.push("answered-wrong");
    if (question?.well.length) names.push("answered-right");
    return names;
  },
  enter(name) {
    return name.startsWith("answered") ? this.reply(name === "answered-right") : this.turn(name, 1);
  },
  leave(name) {
    return name.startsWith("answered") ? false : this.turn(name, 0);
  },

  // The question of this slide, where its right answers are told and its options are boxes that a learner ticks.
  question() {
    const data = this.data();
    const id = this.ids()[this.now()];
    const question = data[data[id]?.qs] ?? Object.values(data).find((one) => one?.qtp && one.sn === id);
    const options = (question?.ao ?? []).map((one) => String(one).split(":")[0]);
    const boxes = options.map((one) => document.getElementById(one.replace(/c$/, ""))?.querySelector("input[type=radio], input[type=checkbox]"));
    if (question?.qtp !== "MCQ" || !question.cal?.length || !boxes.length || !boxes.every(Boolean)) return null;
    return { boxes, right: options.map((one) => question.cal.includes(data[one]?.aid)), well: [question.osc].filter(Boolean), wrong: question.ifc ?? [] };
  },
  async reply(well) {
    const question = this.question();
    const send = (this.data()[this.ids()[this.now()]].si ?? []).find((item) => this.data()[item.n]?.qbt === "submit");
    if (!question || !send) return false;
    const { boxes, right } = question;
    const wanted = well ? right : right.map((_, at) => at === right.indexOf(false));
    boxes.forEach((box, at) => box.checked !== wanted[at] && (wanted[at] || box.type === "checkbox") && box.click());
    document.getElementById(send.n)?.click();
    const shown = (id) => document.getElementById(id)?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    for (let waited = 0; waited < 20; waited++) {
      await new Promise((done) => setTimeout(done, 100));
      if ((well ? question.well : question.wrong).some(shown)) return true;
    }
    return false;
  },

  async turn(name, on) {
    const [variable, selector] = name === "menu" ? ["cpCmndTOCVisible", "#toc"] : ["cpCmndCC", "#cc"];
    this.write(variable, on);
    await new Promise((done) => setTimeout(done, 1000));
    const shown = document.querySelector(selector)?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return on ? Boolean(shown) : !shown;
  },
  read(name) {
    try { return cpAPIInterface.getVariableValue(name); } catch { return window[name]; }
  },
  write(name, value) {
    try { cpAPIInterface.setVariableValue(name, value); } catch { window[name] = value; }
  },
  data() {
    return window.cp?.D ?? window.cp?.model?.data ?? {};
  },
  ids() {
    return String(this.data().project_main?.slides ?? "").split(",").filter(Boolean);
  },
  now() {
    // The function of almost this name counts from one in some versions and from nought in others.
    const from0 = this.read("cpInfoCurrentSlideIndex");
    return from0 === undefined || from0 === "" ? Number(this.read("cpInfoCurrentSlide")) - 1 : Number(from0);
  },
  frame() {
    return Number(this.read("cpInfoCurrentFrame") ?? window.cpAPIInterface?.getCurrentFrame?.() ?? 0);
  },
  // The play button over a course that has not begun.
  overlay() {
    const button = document.querySelector("#playImage, #autoplayDiv #playImage, .cp-autoplay-button");
    return button?.checkVisibility?.() ? button : null;
  },
  loading() {
    return Boolean(document.querySelector("#blockUserInteraction, #initialLoading")?.checkVisibility?.());
  },
  // The frame at which a slide stops for the learner, else its last but one, when all that comes has come.
  resting(at) {
    const data = this.data();
    const slide = data[this.ids()[at]];
    if (!slide?.to) return 0;
    const pauses = [slide.pa, ...(slide.si ?? []).map((item) => data[item.n]?.pa)].filter((one) => one > slide.from && one <= slide.to);
    return pauses.length ? Math.max(...pauses) : Math.max(slide.from, slide.to - 1);
  },
  // Its label, else what its title says to screen readers.
  title(id) {
    const data = this.data();
    const slide = data[id];
    const clean = (text) => String(text ?? "").replace(/[\u0000-\u001f\s]+/g, " ").trim();
    const said = (item) => clean(data[`${item.n}c`]?.accstr ?? data[item.n]?.accstr);
    const label = clean(slide?.lb ?? slide?.label);
    return label || (slide?.si ?? []).filter((item) => /title/i.test(item.n)).map(said).find(Boolean) || "";
  },
})
