// What puts something into a text that is written here, and what is asked for then.
({
  PUTS: ["picture", "table", "video"],
  /** Controls that begin to put something in, the first of each kind, and "menu" for what may hold more of them. */
  inserters() {
    const found = new Map();
    for (const one of this.all("button, [role=button], [role=menuitem], [role=menuitemcheckbox], [role=option], input[type=button]")) {
      if (this.off(one) || this.away(one) || !this.shows(one) || one.matches("[formaction], [type=submit]:not(button), [type=reset]")) continue;
      const name = this.label(one);
      if (!name || name.split(" ").length > 6 || this.says("not-put", name)) continue;
      const kind = this.PUTS.find((each) => this.says(`put-${each}`, name)) ?? (this.sure("put", name) === 2 ? "menu" : "");
      if (kind && !found.has(kind)) found.set(kind, { kind, name: name.slice(0, 60), mark: a11ycheckMark(one), announced: this.announced(one) });
    }
    return [...this.PUTS, "menu"].filter((kind) => found.has(kind)).map((kind) => found.get(kind));
  },
  /** Whether it says itself that it opens something: then it is pressed with all others that do. */
  announced: (one) => one.matches("[aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false]), [popovertarget], [commandfor]"),
  /** Begin to write: some toolbars do nothing before. */
  write() {
    const text = this.all("[contenteditable=''], [contenteditable=true], [role=textbox][aria-multiline=true]").find((one) => this.shows(one));
    text?.focus({ preventScroll: true });
    return !!text;
  },
  /** What came asks for: the names of its `fields`, and all `names` and headings that stand there. A table that was put
   * in at once may have header cells. */
  askedFor() {
    const fields = [];
    const names = [];
    const said = (one) => [one.getAttribute("aria-label"), ...[...(one.labels ?? [])].map((label) => label.innerText), one.getAttribute("placeholder"), one.title].find((text) => text?.trim());
    for (const box of (globalThis.a11ycheckNew ?? []).slice(0, 50)) {
      if (box.closest("[contenteditable=''], [contenteditable=true]") && (box.matches("th") || box.querySelector("th"))) names.push("header cell");
      const inside = [...(box.matches("input, select, textarea, button") ? [box] : []), ...this.all("input, select, textarea, button, [role], [contenteditable=true], label, legend, th, h1, h2, h3, h4, option", box)];
      for (const one of inside.slice(0, 300)) {
        if (!this.shows(one) && one.localName !== "option") continue;
        const field = one.matches("input:not([type=hidden], [type=button], [type=submit]), select, textarea, [role=textbox], [role=combobox], [role=checkbox], [role=switch], [contenteditable=true]");
        const name = (field ? said(one) ?? this.label(one) : this.label(one)).replace(/\s+/g, " ").trim().slice(0, 80);
        if (!name) continue;
        names.push(name);
        if (field) fields.push(name);
      }
    }
    return { fields: [...new Set(fields)].slice(0, 40), names: [...new Set(names)].slice(0, 200) };
  },
})
