// Further states of a screen that a learner opens, one at a time: named by kind and by what the control is called.
({
  states() {
    const found = new Map();
    const add = (kind, element) => {
      const name = `${kind}: ${this.label(element).slice(0, 60)}`.replace(/: $/, "");
      if (!found.has(name) && !this.off(element)) found.set(name, element);
    };
    for (const one of this.all("details:not([open]) > summary")) if (this.shows(one)) add("details", one);
    for (const one of this.all("[role=tab][aria-selected=false]")) if (this.shows(one)) add("tab", one);
    for (const one of this.all("[aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false])")) {
      if (!this.shows(one) || one.matches("summary, select, input, [role=treeitem]")) continue;
      add(this.opens(one), one);
    }
    for (const one of this.controls()) {
      if (one.hasAttribute("aria-expanded") || one.hasAttribute("aria-haspopup")) continue;
      if (!one.matches("a[href]:not([href^='#'])") && this.says("transcript", this.label(one)) && this.label(one).length < 40) add("transcript", one);
      if (/\b(flip|flashcard|flip card)\b/.test(this.marks(one)) && !one.closest("a[href]")) add("flashcard", one);
    }
    this.known = found;
    return [...found.keys()];
  },
  opens(one) {
    const label = this.label(one);
    if (this.says("transcript", label)) return "transcript";
    if (one.getAttribute("aria-haspopup") === "dialog") return "dialog";
    if (this.sure("menu", label) || /menu|true/.test(one.getAttribute("aria-haspopup") ?? "") || one.closest("header, nav")) return "menu";
    return "opened";
  },
  async enter(name) {
    this.states();
    const one = this.known.get(name);
    if (!one) return false;
    const before = this.drawing();
    const where = location.href;
    one.click();
    for (let wait = 0; wait < 12; wait++) {
      await new Promise((done) => setTimeout(done, 100));
      if (this.drawing() !== before && wait > 1) break;
    }
    return location.pathname === new URL(where).pathname && this.drawing() !== before;
  },
  /** Closes what enter() opened: by its own control, by Escape, by a button of the dialog; true when it is closed. */
  async leave(name) {
    const kind = name.split(":")[0];
    const called = name.slice(kind.length + 2);
    const same = (one) => this.label(one).slice(0, 60) === called;
    const shut = () => (this.states(), this.known.has(name));
    const pause = () => new Promise((done) => setTimeout(done, 350));
    if (kind === "tab") {
      const tab = this.all("[role=tab][aria-selected=true]").find(same);
      const first = tab?.closest("[role=tablist]")?.querySelector("[role=tab]");
      first?.click();
      await pause();
      return !!first && first.getAttribute("aria-selected") === "true";
    }
    if (shut() && kind !== "flashcard" && !this.all("dialog[open], [role=dialog]").some((one) => this.shows(one))) return true;
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", keyCode: 27, bubbles: true }));
    await pause();
    this.dialog();
    await pause();
    const open = this.all("details[open] > summary, [aria-expanded=true], [aria-haspopup]").find(same);
    if (open?.matches("summary, [aria-expanded=true]")) open.click();
    else if (kind === "flashcard") this.controls().find(same)?.click();
    await pause();
    return shut();
  },
  /** Everything that shows, as one short text. */
  drawing() {
    const look = this.look();
    const marks = this.all("[aria-expanded], [aria-selected], details").map((one) => `${one.ariaExpanded}${one.ariaSelected}${one.open}`);
    return look.parts.join() + marks.join();
  },
})
