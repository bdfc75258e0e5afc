// Camtasia's smart player: one video, with a form and questions that come over it while it plays.
({
  found() {
    if (!window.TSC?.mediaPlayer && !document.querySelector("#tscVideoContent")) return "";
    return this.shown(this.play) || this.shown("video, #tscQuizContainer, #tsc_begin_button") ? "ready" : "waiting";
  },
  play: "#videoClickToPlayLink, #videoClickToPlay, #play",
  form: "#first_name, #last_name, #email_address",
  begin: "#tsc_begin_button",
  question: ".question_set_container, #tsc_quiz_container, [id*=question_set], [class*=question-set], [class*=quiz-question], .quiz_question",
  outline() {
    const told = /dc:title="([^"]*)"/.exec(window.TSC?.embedded_config_xml ?? "")?.[1];
    const name = decodeURIComponent(location.pathname.split("/").pop()).replace(/_player\.html?$/, "");
    return [{ key: "video", title: document.title || told || name, path: [] }];
  },
  go() {},
  at() {
    return this.found() === "ready";
  },
  states() {
    return /tscIQ:questions|trackType="Quiz"/.test(window.TSC?.embedded_config_xml ?? "") ? ["form", "question", "answered"] : ["playing"];
  },
  async enter(name) {
    if (name === "playing" || name === "form") {
      if (!this.shown(this.form)) this.shown(this.play)?.click();
      return name === "form" ? this.until(() => this.shown(this.form) || this.shown(this.begin), 3) : this.until(() => document.querySelector("video"), 3);
    }
    if (name === "question") {
      this.fill();
      await this.until(() => this.shown(this.begin)?.disabled === false, 1);
      this.shown(this.begin)?.click();
      return this.until(() => this.asked(), 3.5);
    }
    const choice = this.asked();
    if (!choice) return false;
    const before = document.body.innerText;
    choice.click();
    const box = choice.closest("form, [id*=quiz], [class*=quiz], [class*=question_set]") ?? document;
    const buttons = [...box.querySelectorAll("button, input[type=submit], input[type=button]")].filter((one) => one.checkVisibility() && !one.disabled);
    (buttons.find((one) => /submit|next|check|done/i.test(`${one.value} ${one.textContent} ${one.id}`)) ?? buttons.at(-1))?.click();
    return this.until(() => document.body.innerText !== before, 2);
  },
  // From one of these a learner comes to the next, and not back.
  leave() {
    return true;
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
