({ keyboard, page }) => {
  // Places that only send the focus on have no sight of their own, nor needs one that no eye or ear meets.
  const operable = (one) => /^(a|button|input|select|textarea|summary)$/i.test(one.localName) || /^(button|link|checkbox|radio|switch|tab|menuitem\w*|option|slider|spinbutton|textbox|combobox|searchbox|treeitem|gridcell)$/.test(page.role(one));
  const sent = new Set(keyboard.filter(({ kind }) => kind === "passed").map(({ mark }) => mark));
  return keyboard.flatMap(({ kind, element, mark, name, seen, pixels, change, picture, covered }) => {
    // A box that only scrolls is no control, and the ring around a whole slide falls outside it.
    if (kind === "stop" && element && !operable(element)) {
      const { width, height } = page.box(element);
      if (!element.hasAttribute("tabindex") || width * height > 0.3 * innerWidth * innerHeight) return [];
    }
    if (kind !== "stop" || !element || sent.has(mark) || covered > 0.5 || change === "strong" || change === "caret") return [];
    const hit = (message) => [{ element, message, data: { name }, picture }];
    if (pixels === "same" && seen === "yes") return hit("no-change");
    if (pixels === "same" && operable(element)) return hit("not-there");
    return pixels === "weak" && seen === "yes" ? hit("faint") : [];
  });
}
