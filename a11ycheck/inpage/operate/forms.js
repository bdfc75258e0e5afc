// Forms that may be sent on a test account, once empty and once with what cannot be right, and how they tell it.
({
  ERRORS: "[role=alert], [aria-invalid=true], [class*=error i], [class*=invalid i], [class*=danger i], [class*=warning i], [class*=fout i], [class*=fehler i], [class*=erreur i]",
  /** Forms with fields that must be filled in, where the browser itself does not stop them. */
  forms() {
    const rows = [];
    for (const form of this.all("form")) {
      const button = this.all("button, input[type=submit]", form).find((one) => one.type === "submit" && this.shows(one) && !this.off(one));
      const asked = this.asked(form);
      if (!button || !asked.length || button.hasAttribute("formaction") || form.querySelector("[type=file], [type=password], [autocomplete^='cc-']")) continue;
      const said = [this.label(button), form.getAttribute("aria-label"), form.id, form.className, form.action, form.name].join(" ").replace(/([a-z])([A-Z])/g, "$1 $2");
      const heading = this.all("h1, h2, h3, legend", form)[0]?.innerText ?? "";
      if (this.says("never-sent", said) || this.says("never-sent", heading) || new URL(form.action, document.baseURI).origin !== location.origin) continue;
      const native = !form.noValidate && !button.formNoValidate && !form.checkValidity();
      const wanted = form.target && form.target !== "_self";
      if (native || wanted) continue; // the browser tells it; or it would go to another window
      rows.push({ mark: a11ycheckMark(form), button: a11ycheckMark(button), name: (this.label(button) || "…").slice(0, 60), method: form.method.toUpperCase(), address: new URL(form.getAttribute("action") || location.href, document.baseURI).href, asked: asked.length, key: this.key(form) });
    }
    return rows.slice(0, 2);
  },
  /** The words of its labels. */
  labelled: (one) => [...(one.labels ?? [])].map((label) => label.innerText).join(" "),
  asked(form) {
    return this.all("input, textarea, select", form).filter((one) => !/^(hidden|submit|button|reset|image|checkbox|radio|file)$/.test(one.type) && !one.value && this.shows(one) && (one.required || one.getAttribute("aria-required") === "true" || /\*|required|verplicht|pflichtfeld|obligatoire/i.test(this.labelled(one))));
  },
  /** Fields that want a known form of words; a single sign is right in none. */
  FORMS: /\b(e-?mail\w*|post-?code|postal code|zip( code)?|plz|postleitzahl|code postal|date|datum|tel|phone|telephone|telefoon\w*|telefon\w*|téléphone|iban|url|website)\b/i,
  called(one) {
    return (this.labelled(one) || this.label(one) || one.placeholder || "").replace(/\s+/g, " ").trim();
  },
  formed(form) {
    return this.all("input", form).filter((one) => /^(text|email|tel|url)$/.test(one.type) && this.shows(one) && !this.off(one) && !one.readOnly && (one.type !== "text" || one.pattern || /^(email|postal-code|bday|tel|url)$/.test(one.autocomplete) || this.FORMS.test(this.called(one))));
  },
  /** Fills the form in with one sign where a known form of words is wanted: the names of those, [] when none can be sent. */
  misfill(mark) {
    const form = a11ycheckMarked[mark];
    const wrong = form?.isConnected ? this.formed(form) : [];
    if (!wrong.length) return [];
    const put = (one, value) => {
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), "value").set.call(one, value);
      for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
    };
    for (const one of this.asked(form)) if (!wrong.includes(one)) put(one, one.localName === "select" ? ([...one.options].find((option) => option.value)?.value ?? "") : "test");
    for (const one of wrong) put(one, "?");
    if (!form.noValidate && !form.checkValidity()) return []; // the browser tells it
    return wrong.map((one) => ({ name: this.called(one).slice(0, 60), hint: this.hint(one) }));
  },
  /** What stands at a field about how to fill it in. */
  hint(one) {
    const tied = (one.getAttribute("aria-describedby") ?? "").split(/\s+/).map((id) => (id && one.getRootNode().getElementById?.(id)?.textContent) || "");
    return [this.labelled(one), one.placeholder, one.title, ...tied].join(" ").replace(/\s+/g, " ").trim().slice(0, 200);
  },
  key: (form) => [...form.elements].map((one) => one.name || one.id).join(),
  again(key) {
    const form = this.all("form").find((one) => this.key(one) === key);
    return form ? a11ycheckMark(form) : -1;
  },
  /** What a form says now; `anew` when it came in a new document. */
  async told(mark, anew) {
    await this.rest(150, 1500);
    const form = a11ycheckMarked[mark];
    if (!form?.isConnected) return null;
    const words = (one) => (one.innerText ?? one.textContent ?? "").replace(/\s+/g, " ").trim();
    const { outer, said } = anew ? { outer: [], said: [] } : this.fresh();
    const marked = this.all(this.ERRORS).filter((one) => this.shows(one) && !one.matches("form, body, main, input, select, textarea"));
    const texts = [...new Set([...outer, ...said, ...(anew ? marked : [])])].filter((one) => words(one) && words(one).length < 500).map(words);
    const fields = this.asked(form);
    const at = this.focus();
    const named = fields.filter((one) => {
      const label = ([...(one.labels ?? [])].map(words).join(" ") || this.label(one) || one.placeholder || one.name || "").replace(/[*:]/g, "").trim().toLowerCase();
      const box = one.closest("p, li, div, fieldset, label, td");
      const beside = [...outer, ...said, ...(anew ? marked : [])].some((text) => words(text) && box && box !== form && box.querySelectorAll("input, select, textarea").length === 1 && (this.contains(box, text) || text.previousElementSibling === box || text.nextElementSibling === box || text.previousElementSibling === one));
      const tied = ["aria-describedby", "aria-errormessage"].some((name) => (one.getAttribute(name) ?? "").split(/\s+/).some((id) => id && words(one.getRootNode().getElementById?.(id) ?? {})));
      return beside || tied || (label && texts.some((text) => text.toLowerCase().includes(label)));
    });
    return { texts: texts.slice(0, 5).map((text) => text.slice(0, 100)), left: fields.length, named: named.length, focus: !!at && this.contains(form, at) && at.matches("input, select, textarea"), invalid: this.all("[aria-invalid=true]", form).length };
  },
})
