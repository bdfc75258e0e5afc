// Camtasia's smart player: one video, with a form and questions that come over it while it plays.
({
  found() {
    if (!window.TSC?.mediaPlayer && !document.querySelector("#tscVideoContent")) return "";
    return this.shown(this.play) || this.shown("video, #tscQuizContainer, #tsc_begin_button") ? "ready" : "waiting";
  },
  play: "#videoClickToPlayLink, #videoClickToPlay, #play",
  form: "#first_name, #last_name, #email_address",
  begin: "#tsc_begin_button",
  outline() {
    const told = /dc:title="([^"]*)"/.exec(window.TSC?.embedded_config_xml ?? "")?.[1];
    const name = decodeURIComponent(location.pathname.split("/").pop()).replace(/_player\.html?$/, "");
    const quiz = { key: "quiz", title: "Quiz", path: [] };
    return [{ key: "video", title: document.title || told || name, path: [] }, ...(this.quizzed() ? [quiz] : [])];
  },
  async go(key) {
    if (key !== "quiz") return;
    if (!this.shown(this.form) && !this.shown(this.begin)) this.shown(this.play)?.click();
    await this.until(() => this.shown(this.begin) || document.querySelector("video"), 2);
    this.fill();
    await this.until(() => this.shown(this.begin)?.disabled === false, 1);
    this.shown(this.begin)?.click();
  },
  at(key) {
    if (key === "video") return this.found() === "ready";
    // The film is not waited for: its question stands at a known moment.
    const moment = Number(/startTime="(\d+)"[^>]*tscIQ:/.exec(window.TSC?.embedded_config_xml ?? "")?.[1]) / 1000;
    const film = document.querySelector("video");
    if (!this.asked() && film?.readyState > 0 && film.currentTime < moment - 1.5) film.currentTime = moment - 1;
    return Boolean(this.asked());
  },
  // A quiz that reports to a server of TechSmith brings its film only when that answers.
  why(key) {
    return key !== "quiz" ? "" : document.querySelector("video") ? "gate" : "offline";
  },
  states() {
    if (this.asked()) return ["answered"];
    return this.quizzed() ? ["form"] : ["playing"];
  },
  async enter(name) {
    if (name !== "answered") {
      if (!this.shown(this.form)) this.shown(this.play)?.click();
      return this.until(() => (name === "form" ? this.shown(this.form) || this.shown(this.begin) : document.querySelector("video")), 3);
    }
    const choice = this.asked();
    if (!choice) return false;
    const before = document.body.innerText;
    const pictures = document.images.length;
    choice.click();
    const box = choice.closest("form, [id*=quiz], [class*=quiz], [class*=question_set]") ?? document;
    const buttons = [...box.querySelectorAll("button, input[type=submit], input[type=button]")].filter((one) => one.checkVisibility() && !one.disabled);
    (buttons.find((one) => /submit|next|check|done/i.test(`${one.value} ${one.textContent} ${one.id}`)) ?? buttons.at(-1))?.click();
    return this.until(() => document.body.innerText !== before || document.images.length !== pictures, 2);
  },
  // From one of these a learner comes to the next, and not back.
  leave() {
    return true;
  },

  quizzed() {
    return /tscIQ:question|trackType="Quiz"/.test(window.TSC?.embedded_config_xml ?? "");
  },
  shown(selector) {
    return [...document.querySelectorAll(selector)].find((one) => one.checkVisibility({ visibilityProperty: true })) ?? null;
  },
  asked() {
    return this.shown("input[type=radio], input[type=checkbox]") ?? this.shown("textarea, [class*=answer] input[type=text]");
  },
  fill() {
    for (const field of document.querySelectorAll(this.form)) {
      field.value = field.type === "email" ? "learner@example.org" : "Learner";
      for (const name of ["input", "keyup", "change", "blur"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
  },
  async until(test, seconds) {
    for (let waited = 0; waited < seconds * 10; waited++) {
      if (test()) return true;
      await new Promise((done) => setTimeout(done, 100));
    }
    return Boolean(test());
  },
})
