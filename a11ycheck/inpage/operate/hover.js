// What may show something when the mouse is on it, and what it showed.
({
  hoverable() {
    const MOST = 20;
    const found = [];
    const add = (one) => {
      if (found.length < MOST && !found.includes(one) && this.shows(one) && !this.off(one) && one.getBoundingClientRect().width < innerWidth * 0.8) found.push(one);
    };
    for (const one of this.all("[aria-describedby], [data-tooltip], [data-tippy-content], [data-bs-toggle=tooltip], [data-toggle=tooltip], [aria-haspopup], [onmouseover], [onmouseenter], [class*=tooltip], [class*=hover], abbr, nav li, [role=menubar] > *")) add(one.localName === "li" ? one.querySelector("a, button") ?? one : one);
    for (const one of this.all("button, a[href], [role=button], [tabindex='0'], svg[role=img], .info, .help, .glossary, dfn")) if (!this.says("never", this.label(one))) add(one);
    return found.map((one) => ({ mark: a11ycheckMark(one), name: this.label(one).slice(0, 60) }));
  },
  /** What came, how it begins, and how far its middle is from the mouse; null when nothing with words came. */
  shown(mark) {
    const control = a11ycheckMarked[mark];
    const { outer } = this.fresh();
    const words = (one) => (one.innerText ?? one.textContent ?? "").replace(/\s+/g, " ").trim();
    const box = outer.find((one) => words(one) && !this.contains(one, control));
    if (!box) return null;
    globalThis.a11ycheckNew = [box];
    const own = control.getBoundingClientRect();
    const rect = box.getBoundingClientRect();
    const to = [Math.min(Math.max(rect.left + rect.width / 2, 1), innerWidth - 2), Math.min(Math.max(rect.top + Math.min(rect.height / 2, 40), 1), innerHeight - 2)];
    const from = [own.left + own.width / 2, own.top + own.height / 2];
    // The shortest way there first: a hand goes straight down to a tip that hangs below.
    const near = [Math.min(Math.max(from[0], rect.left + 3), rect.right - 3), Math.min(Math.max(from[1], rect.top + 3), rect.bottom - 3)];
    const way = [near, to].map((one) => [one[0] - from[0], one[1] - from[1]]);
    return { text: words(box).slice(0, 80), way };
  },
})
