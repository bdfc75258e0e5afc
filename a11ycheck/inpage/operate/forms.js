// Forms that may be sent empty once, on a test account, and how they tell what is wrong then.
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
  asked(form) {
    return this.all("input, textarea, select", form).filter((one) => !/^(hidden|submit|button|reset|image|checkbox|radio|file)$/.test(one.type) && !one.value && this.shows(one) && (one.required || one.getAttribute("aria-required") === "true" || /\*|required|verplicht|pflichtfeld|obligatoire/i.test([...(one.labels ?? [])].map((label) => label.innerText).join(" "))));
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
