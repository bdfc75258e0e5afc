// Questions on a screen: answer them as a learner does, and read what the page says about the answer.
({
  /** Each question set: the element around it, its groups of options, and the button that checks it, if any. */
  questions() {
    const shown = (one) => this.shows(one) || [...(one.labels ?? [])].some((label) => this.shows(label));
    const groups = new Map();
    const put = (key, one) => groups.set(key, [...(groups.get(key) ?? []), one]);
    for (const one of this.all("input[type=radio], [role=radio]"))
      if (shown(one)) put(one.closest("[role=radiogroup]") ?? (one.name ? `radio ${one.name}` : one.parentElement?.parentElement), one);
    for (const one of this.all("input[type=checkbox], [role=checkbox]"))
      if (shown(one) && !one.closest("nav, aside, header, footer")) put(one.closest("fieldset, [role=group], ul, ol, form") ?? one.parentElement?.parentElement, one);
    for (const one of this.all("select, textarea, input:not([type]), input[type=text], input[type=number]"))
      if (shown(one) && !one.readOnly && !one.closest("nav, [role=search], header, aside") && !/search|zoek|such|recherch/i.test(one.name + one.id + one.placeholder)) put(one, one);
    const sets = new Map();
    for (const options of groups.values()) {
      const one = options[0];
      if (/checkbox/.test(one.type ?? one.getAttribute("role")) && options.length < 2) continue;
      const [around, button] = this.checker(options);
      if (!button && !/radio/.test(one.type ?? one.getAttribute("role"))) continue;
      const set = sets.get(around) ?? { around, button, groups: [] };
      set.groups.push(options);
      sets.set(around, set);
    }
    return [...sets.values()].slice(0, 12);
  },
  /** The smallest element around these options that has a button to check them; without one, the element around them all. */
  checker(options) {
    let at = options[0].parentElement;
    while (at?.parentElement && !options.every((one) => at.contains(one))) at = at.parentElement;
    const around = at;
    for (let up = 0; at && up < 8; up++, at = at.parentElement) {
      const buttons = [...at.querySelectorAll("button, input[type=button], input[type=submit], [role=button], a, [onclick]")];
      const button = buttons.find((one) => this.shows(one) && this.sure("check", this.label(one)) && !options.includes(one));
      if (button) return /^https?:/.test(button.form?.getAttribute("action") ?? "") ? [around, null] : [at, button];
    }
    return [around, null];
  },
  /** Answer the question set number `which` in way number `turn`; what the page then says: see verdict(). */
  async answer([which, turn]) {
    const set = this.questions()[which];
    if (!set) return null;
    const again = [...set.around.querySelectorAll("button, [role=button], a, input[type=button]")];
    if (turn) again.find((one) => this.shows(one) && this.sure("again", this.label(one)))?.click();
    if (turn) await new Promise((done) => setTimeout(done, 300));
    const now = this.questions()[which];
    if (!now || now.groups.every((options) => options.every((one) => this.off(one)))) return null;
    const before = this.said();
    for (const options of now.groups) this.fill(options, turn);
    await new Promise((done) => setTimeout(done, 150));
    const button = this.checker(now.groups[0])[1];
    if (button && this.off(button)) return null;
    button?.click();
    for (let wait = 0; wait < 8; wait++) {
      await new Promise((done) => setTimeout(done, 120));
      if (this.said() !== before && wait > 1) break;
    }
    return this.verdict(before);
  },
  fill(options, turn) {
    const one = options[0];
    const press = (option) => {
      const label = [...(option.labels ?? [])].find((it) => this.shows(it));
      (this.shows(option) ? option : label ?? option).click();
    };
    if (one.localName === "select") {
      one.selectedIndex = Math.min(one.options.length - 1, 1 + (turn % Math.max(1, one.options.length - 1)));
    } else if (/^(input|textarea)$/.test(one.localName) && !/radio|checkbox/.test(one.type)) {
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), "value")?.set;
      const value = one.type === "number" || turn % 2 ? String(turn + 1) : "Robin";
      set ? set.call(one, value) : (one.value = value);
      one.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (/checkbox/.test(one.type ?? one.getAttribute("role"))) {
      const wanted = (at) => (turn === 3 ? true : at === turn % options.length);
      options.forEach((option, at) => {
        const on = option.checked ?? option.getAttribute("aria-checked") === "true";
        if (on !== wanted(at)) press(option);
      });
      return;
    } else return press(options[turn % options.length]);
    one.dispatchEvent(new Event("change", { bubbles: true }));
  },
  said() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let n = 0; n < 8000 && walker.nextNode(); n++) {
      const text = walker.currentNode.data.trim();
      if (text && this.shows(walker.currentNode.parentElement)) texts.push(text);
    }
    return texts.join("\n");
  },
  /** {word, text}: "right" or "wrong" when the page says so in words it did not show before; "" when it only changed. */
  verdict(before) {
    const old = new Set(before.split("\n"));
    const text = this.said().split("\n").filter((line) => !old.has(line)).join(" ");
    const word = this.says("wrong", text) ? "wrong" : this.says("right", text) ? "right" : "";
    return { word, text: this.hash(text), changed: !!text };
  },
})
