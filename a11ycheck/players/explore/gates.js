// What keeps a learner from going on, and what a learner does about it: one thing at each call.
({
  /** A dialog that lies over the screen is answered; the word for it, "" when there is none. */
  dialog() {
    const over = this.all("dialog[open], [role=dialog], [role=alertdialog], .modal, .popup, .swal2-popup, .ui-dialog");
    const top = over.filter((one) => this.shows(one) && one.getAttribute("aria-hidden") !== "true").pop();
    if (!top) return "";
    const buttons = [...top.querySelectorAll("button, [role=button], a, input[type=button], input[type=submit]")].filter((one) => this.shows(one));
    const button =
      buttons.find((one) => this.sure("ok", this.label(one)) === 2) ??
      buttons.find((one) => this.sure("ok", this.label(one)) || /close|dismiss/.test(this.marks(one))) ??
      (buttons.length === 1 && !this.says("never", this.label(buttons[0])) ? buttons[0] : null);
    button?.click();
    return button ? "dialog" : "";
  },
  /** A name is asked for, a rule has to be accepted, a film has to be seen. */
  async asked() {
    for (const one of this.all("input[type=text], input:not([type]), input[type=email], textarea"))
      if (this.shows(one) && !one.value && !one.readOnly && !one.closest("[role=search], nav")) {
        const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), "value")?.set;
        const value = one.type === "email" ? "robin@example.org" : "Robin";
        set ? set.call(one, value) : (one.value = value);
        for (const name of ["input", "keyup", "change"]) one.dispatchEvent(new Event(name, { bubbles: true }));
        return "text";
      }
    const boxes = this.all("input[type=checkbox]").filter((one) => this.shows(one) || [...one.labels].some((it) => this.shows(it)));
    if (boxes.length === 1 && !boxes[0].checked && !this.off(boxes[0])) return boxes[0].click(), "accept";
    for (const film of this.all("video, audio")) {
      if (film.ended || !Number.isFinite(film.duration) || film.duration < 0.2) continue;
      film.muted = true;
      try {
        await Promise.race([film.play(), new Promise((done) => setTimeout(done, 400))]);
        film.currentTime = Math.max(0, film.duration - 0.1);
      } catch {
        continue;
      }
      await new Promise((done) => setTimeout(done, 700));
      if (film.ended) return "media";
    }
    return "";
  },
  /** Whether this screen still wants something: an answer, a film to its end. */
  asks() {
    const films = this.all("video, audio").filter((one) => this.shows(one) && !one.ended && !one.loop);
    return films.length > 0 || this.questions().length > 0;
  },
  /** Jump to a document or a route of this frame. */
  jump(href) {
    const to = new URL(href, document.baseURI);
    if (to.origin !== location.origin) return false;
    location.assign(to.href);
    return true;
  },
})
