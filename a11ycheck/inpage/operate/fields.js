// Fields that may be changed without harm, one of each sort in a form, and what it takes to change them back.
({
  fields() {
    const KINDS = { select: "select:not([multiple]):not([size])", radio: "input[type=radio]", checkbox: "input[type=checkbox], [role=checkbox], [role=switch]", text: "input:not([type]), input[type=text], input[type=search], input[type=tel], input[type=email], input[type=number], input[type=url]" };
    const MOST = { select: 4, radio: 2, checkbox: 2, text: 3 };
    const rows = [];
    for (const [kind, selector] of Object.entries(KINDS)) {
      const groups = new Set();
      for (const one of this.all(selector)) {
        if (groups.size >= MOST[kind]) break;
        const group = kind === "radio" ? `${one.name}` : kind === "select" ? one : (one.form ?? one.closest("form, fieldset, section, main") ?? one.name);
        if (groups.has(group) || one.disabled || one.readOnly || this.off(one) || !this.shows(one) || one.closest("[role=combobox]")) continue;
        if (kind === "radio" && one.checked) continue;
        if (kind === "select" && one.options.length < 2) continue;
        const name = this.title(one);
        const sends = one.form && this.all("button, input[type=submit]", one.form).some((button) => this.says("pays", this.label(button)));
        if (this.says("never", name) || this.named("never-named", one, "submit") || sends || /^(cc-|current-password|new-password)/.test(one.autocomplete ?? "")) continue;
        groups.add(group);
        rows.push({ mark: a11ycheckMark(one), kind, name: name.slice(0, 60), told: this.warns(one) });
      }
    }
    return rows;
  },
  title(one) {
    const labels = [...(one.labels ?? [])].map((label) => [...label.childNodes].filter((part) => !part.contains(one)).map((part) => part.textContent).join(" ")).join(" ");
    return (labels || this.label(one) || one.placeholder || one.name || "").replace(/\s+/g, " ").trim();
  },
  /** Whether it says before what changing it does. */
  warns(one) {
    const by = (one.getAttribute("aria-describedby") ?? "").split(/\s+/).map((id) => id && one.getRootNode().getElementById?.(id)?.innerText).filter(Boolean);
    const around = one.closest("fieldset, form, p, section, div");
    const words = [this.title(one), one.title, ...by, (around?.innerText ?? "").slice(0, 600)].join(" ");
    return this.says("at-once", words);
  },
  async hold(mark) {
    const one = a11ycheckMarked[mark];
    if (!one?.isConnected) return null;
    one.focus({ preventScroll: false });
    await this.rest(60, 400); // what the focus does is another question
    if (this.focus() !== one) return null;
    globalThis.a11ycheckHeld = { one, value: one.value, checked: one.checked, group: one.type === "radio" && one.name ? this.all(`input[type=radio][name="${CSS.escape(one.name)}"]`).filter((other) => other.checked) : [], url: location.href };
    return { last: one.localName === "select" && one.selectedIndex === one.options.length - 1, full: one.type === "number" ? "1" : one.type === "tel" ? "0" : "a" };
  },
  async came() {
    await this.rest(120, 900);
    const { one, value, checked } = globalThis.a11ycheckHeld;
    const at = this.focus();
    const moved = at && at !== one && !this.contains(one, at) && one.isConnected;
    return { changed: one.value !== value || one.checked !== checked, to: moved ? at.outerHTML.slice(0, 120) : "", where: moved ? a11ycheckMark(at) : null, type: moved ? at.localName : "" };
  },
  /** Where keys did not bring the value back, it is put back. */
  restore() {
    const { one, value, checked, group } = globalThis.a11ycheckHeld;
    if (one.value !== value) one.value = value;
    if (one.checked !== checked) one.checked = checked;
    for (const other of group) other.checked = true;
    delete globalThis.a11ycheckHeld;
    one.blur();
    return true;
  },
})
