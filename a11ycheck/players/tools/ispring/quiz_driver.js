// iSpring QuizMaker: the session of the quiz, found behind the page's event listeners, shows any of its questions.
({
  found() {
    const session = this.session();
    if (session) return "ready";
    return window.QuizPlayer ? "waiting" : "";
  },
  start() {
    // An opening page, a form about the learner, and the question whether to go on where another left.
    for (const field of document.querySelectorAll("input[type=text], input[type=email], input:not([type])"))
      if (field.checkVisibility() && !field.value) {
        field.value = field.type === "email" || /mail/i.test(field.name + field.id) ? "learner@example.org" : "Learner";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    const shown = [...document.querySelectorAll("button, [role=button]")].filter((one) => one.checkVisibility());
    const named = (test) => shown.find((one) => test.test(one.textContent.trim()));
    (named(/^(no|nee|nein|non|start over|restart|opnieuw)\b/i) ?? named(/start|begin|continue|next|ok|volgende|verder|weiter|suivant|commencer/i) ?? shown.at(-1))?.click();
  },
  outline() {
    return this.slides().map((one, at) => ({ key: String(at), title: this.title(one), path: [this.group(one)].filter(Boolean) }));
  },
  go(key) {
    this.session().setActiveSlideIndex(Number(key));
  },
  async at(key) {
    const session = this.session();
    if (!session || session.activeSlideIndex() !== Number(key)) return false;
    // One question slides over the other.
    const looks = () => JSON.stringify([...document.querySelectorAll(".slide, [class*=slide-], [class*=question]")].slice(0, 40).map((one) => { const box = one.getBoundingClientRect(); return [box.x, box.y]; }));
    const before = looks();
    await new Promise((done) => setTimeout(done, 150));
    return looks() === before;
  },
  states() {
    const session = this.session();
    const names = this.list() ? ["menu"] : [];
    const slide = this.slides()[session.activeSlideIndex()];
    if (slide.submitted?.() === false) names.push("answered");
    return names;
  },
  async enter(name) {
    if (name === "menu") return this.toggle(true);
    const box = document.querySelector("#content, #playerView") ?? document.body;
    const shown = (selector) => [...box.querySelectorAll(selector)].filter((one) => one.getBoundingClientRect().width > 0);
    const before = box.innerText;
    const choice = shown("input[type=radio], input[type=checkbox], [role=radio], [role=checkbox]")[0];
    this.press(choice);
    for (const field of shown("input[type=text], input[type=number], textarea")) {
      field.value = "1";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    for (const list of shown("select")) {
      list.selectedIndex = list.options.length - 1;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }
    await new Promise((done) => setTimeout(done, 200));
    const buttons = shown("[class*=control-panel] button, button[class*=submit]").filter((one) => one.checkVisibility());
    this.press(buttons.find((one) => /submit|answer|check|beantwoord|controleer|antwort|valider/i.test(one.textContent)) ?? buttons.at(-1));
    for (let waited = 0; waited < 15; waited++) {
      await new Promise((done) => setTimeout(done, 100));
      if (this.slides()[this.session().activeSlideIndex()]?.submitted?.()) return box.innerText !== before;
    }
    return false;
  },
  async leave(name) {
    if (name === "menu") return this.toggle(false);
    return false;
  },

  // As a mouse presses: the player listens to its parts, not to the click.
  press(element) {
    if (!element) return;
    const { x, y, width, height } = element.getBoundingClientRect();
    const given = { bubbles: true, cancelable: true, view: window, clientX: x + width / 2, clientY: y + height / 2, button: 0 };
    for (const [Kind, name] of [[PointerEvent, "pointerdown"], [MouseEvent, "mousedown"], [PointerEvent, "pointerup"], [MouseEvent, "mouseup"]])
      element.dispatchEvent(new Kind(name, given));
    element.click();
  },
  list() {
    const found = [...document.querySelectorAll("button, [role=button], [class*=outline-button], [class*=outline__button], [class*=question-list]")];
    return found.find((one) => one.checkVisibility() && /question list|vragenlijst|lijst met vragen|fragenliste|liste des questions/i.test(`${one.getAttribute("aria-label") ?? ""} ${one.textContent}`) && one.textContent.length < 60);
  },
  async toggle(open) {
    const before = document.body.innerText;
    this.press(this.list());
    await new Promise((done) => setTimeout(done, 700));
    return open ? document.body.innerText !== before : true;
  },
  slides() {
    const slides = this.session()?.slides();
    return Array.isArray(slides) ? slides : [];
  },
  title(one) {
    const said = one.slide?.()?.description?.()?.text?.() ?? "";
    return String(said).split(/[\r\n\v]+/).map((line) => line.trim()).filter(Boolean).join(" ").slice(0, 100);
  },
  group(one) {
    const groups = this.session().groups?.() ?? [];
    const group = groups.length > 1 ? groups.find((some) => some.questions?.().includes(one)) : null;
    return String(group?.title?.() ?? group?.group?.()?.title?.() ?? "");
  },
  // Listeners of the page lead to the session: Closure keeps them in a property of the node they listen to.
  session() {
    const queue = [];
    for (const node of [document, window, ...document.querySelectorAll("#content, #content *, #playerView *")])
      for (const key of Object.keys(node)) if (key.startsWith("closure_lm_") && node[key]) queue.push(node[key]);
    const seen = new Set(queue);
    const until = performance.now() + 700;
    for (let at = 0; at < queue.length && at < 300000 && performance.now() < until; at++) {
      const one = queue[at];
      try {
        if (typeof one.setActiveSlideIndex === "function" && one.slides().length) return one;
      } catch { /* something else that only has these names */ }
      for (const key of Object.keys(one)) {
        let next;
        try { next = one[key]; } catch { continue; }
        if (!next || typeof next !== "object" || seen.has(next) || next === window || next instanceof Node) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return null;
  },
})
