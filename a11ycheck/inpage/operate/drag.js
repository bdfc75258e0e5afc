// Things that a pointer can drag, what stands beside them that does the same, and where they are.
({
  DRAG: "[draggable=true], [aria-grabbed], .ui-draggable, .ui-sortable-handle, [class*=draggable], [class*=drag-item], [class*=sortable-item], [role=slider]:not(input)",
  BESIDE: "button, select, input:not([type=hidden]), [role=button], [role=listbox], [role=combobox], [role=menuitem], [role=spinbutton], [contenteditable=true]",
  /** One of each group; a map, a window and a line between two panes are dragged for other reasons. */
  draggables() {
    const grabs = (one) => /grab|^move$/.test(getComputedStyle(one).cursor);
    const grabbed = this.all("*").length > 3000 ? [] : this.all("div, li, span, td, img, button, label").filter((one) => grabs(one) && !grabs(one.parentElement ?? document.body));
    const groups = new Map();
    for (const one of [...this.all(this.DRAG), ...grabbed]) {
      if (!this.shows(one) || this.off(one) || one.matches("a[href], html, body, canvas, svg, video, [role=separator], [class*=resiz], [class*=map]")) continue;
      if (one.closest("dialog, [role=dialog], [class*=titlebar], [class*=map], [class*=editor], [contenteditable=true]") || one.querySelector(this.DRAG)) continue;
      const group = groups.get(one.parentElement) ?? [];
      group.push(one);
      groups.set(one.parentElement, group);
    }
    const other = this.all("a[href], button, [role=button]").some((one) => this.shows(one) && this.says("instead-of-dragging", this.label(one)));
    return [...groups].slice(0, 4).map(([parent, items]) => {
      const box = parent?.parentElement && parent.parentElement !== document.body ? parent.parentElement : (parent ?? document.body);
      const beside = other || items.some((one) => one.matches("button, [role=button], [role=option]")) || this.all(this.BESIDE, box).some((one) => !items.includes(one) && this.shows(one));
      return { mark: a11ycheckMark(items[0]), name: (this.label(items[0]) || "…").slice(0, 60), slider: items[0].matches("[role=slider]"), n: items.length, beside };
    });
  },
  place(mark) {
    const one = a11ycheckMarked[mark];
    const { left, top } = one.getBoundingClientRect();
    return { left, top, value: one.getAttribute("aria-valuenow") };
  },
  /** Whether the browser itself began to drag something, since it was asked last. */
  dragged() {
    const was = globalThis.a11ycheckDragged;
    globalThis.a11ycheckDragged = false;
    if (was === undefined) document.addEventListener("dragstart", (event) => (globalThis.a11ycheckDragged = !event.defaultPrevented), true);
    return was === true;
  },
  /** Half-way the longer part of a slider's track, from the middle of its thumb; null when there is no track. */
  track(mark) {
    const thumb = a11ycheckMarked[mark];
    const own = thumb.getBoundingClientRect();
    let at = thumb.parentElement;
    while (at && at.getBoundingClientRect().width < own.width * 3) at = at.parentElement;
    if (!at || at === document.body) return null;
    const all = at.getBoundingClientRect();
    const middle = own.left + own.width / 2;
    return middle - all.left > all.right - middle ? (all.left - middle) / 2 : (all.right - middle) / 2;
  },
})
