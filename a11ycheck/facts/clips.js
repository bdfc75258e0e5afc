// Boxes of a fixed height that cut off what does not fit, and hold text that fits now. Asks whether it fits when zoomed.
(axe, { page }) => {
  const MOST = 60; // boxes
  const LOOK = 20000; // elements
  const LINES = 400;
  const MENUS = "nav, header, footer, [role=navigation], [role=banner], [role=menubar], [role=tablist]";
  const fixed = (element) => {
    const map = element.computedStyleMap();
    return String(map.get("height")) !== "auto" || String(map.get("max-height")) !== "none";
  };
  // Text on one line that is cut off without a sign of it. With three dots the whole is to be had elsewhere.
  const oneLine = (style) => /^(hidden|clip)$/.test(style.overflowX) && style.whiteSpaceCollapse !== "" && style.textWrapMode === "nowrap" && style.textOverflow !== "ellipsis";
  // A part in between scrolls by itself: what lies outside is reached there.
  const scrolls = (from, element) => {
    for (let at = from; at && at !== element; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowX + overflowY) || position === "fixed") return true;
    }
    return false;
  };
  // At least half of a line of text lies outside, where nobody can scroll to.
  const cut = (element) => {
    const style = getComputedStyle(element);
    const outer = element.getBoundingClientRect();
    // Folded up on a small screen: a button unfolds it.
    if (outer.height < 8 || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
    const across = oneLine(style);
    const down = /^(hidden|clip)$/.test(style.overflowY) && fixed(element);
    if (!across && !down) return false;
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), n = 0; node && n < LINES; node = walker.nextNode(), n++) {
      if (!node.data.trim() || !node.parentElement.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const lost = line.bottom - outer.bottom + parseFloat(style.borderBottomWidth);
        if (line.width < 3 || line.height < 5) continue;
        const below = down && lost > line.height / 2 && line.left < outer.right && line.right > outer.left;
        const beside = across && line.right - outer.right > line.height && line.left < outer.right && line.top < outer.bottom;
        if (!below && !beside) continue;
        if (!scrolls(node.parentElement, element)) return true;
        break;
      }
    }
    return false;
  };
  const rows = [];
  for (const element of page.all("*").slice(0, LOOK)) {
    if (rows.length >= MOST) break;
    if (element.childElementCount === 0 && element.textContent.length < 8) continue;
    if (!(element instanceof HTMLElement) || element.matches("html, body, textarea, select, iframe, video, canvas")) continue;
    const style = getComputedStyle(element);
    if (!/^(hidden|clip)$/.test(style.overflowY) && !oneLine(style)) continue;
    if (element.clientHeight < 8 || element.textContent.trim().length < 8) continue;
    if (element.closest(MENUS) || element.querySelector(MENUS)) continue; // made another way on a small screen
    if (!(oneLine(style) || fixed(element)) || style.webkitLineClamp !== "none" || !page.seen(element) || !page.heard(element) || cut(element)) continue;
    rows.push({ element, cut, ask: true });
  }
  return rows;
}
