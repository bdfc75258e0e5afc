// Boxes of a fixed height that cut off what does not fit, and hold text that fits now. Asks whether it fits when
// zoomed.
// @requires visibility
const MOST = 60; // boxes
const LOOK = 20000; // elements
const LINES = 400;
const MENUS = "nav, header, footer, [role=navigation], [role=banner], [role=menubar], [role=tablist]";
const LEAST_HEIGHT = 8;
const LEAST_TEXT = 8;
const CLIPS = /^(hidden|clip)$/;

/** @type {FactMaker<"clips">} */
export default (_axe, { page }) => {
  const rows = [];
  for (const element of page.all("*").slice(0, LOOK)) {
    if (rows.length >= MOST) break;
    if (mayClip(element) && page.seen(element) && page.heard(element) && !cut(element))
      rows.push({ element, cut, ask: true });
  }
  return rows;
};

function mayClip(element) {
  if (element.childElementCount === 0 && element.textContent.length < LEAST_TEXT) return false;
  if (!(element instanceof HTMLElement) || element.matches("html, body, textarea, select, iframe, video, canvas"))
    return false;
  const style = getComputedStyle(element);
  if (!CLIPS.test(style.overflowY) && !isOneLine(style)) return false;
  if (element.clientHeight < LEAST_HEIGHT || element.textContent.trim().length < LEAST_TEXT) return false;
  if (element.closest(MENUS) || element.querySelector(MENUS)) return false; // made another way on a small screen
  return (isOneLine(style) || hasFixedHeight(element)) && style.webkitLineClamp === "none";
}

function hasFixedHeight(element) {
  const map = element.computedStyleMap();
  return String(map.get("height")) !== "auto" || String(map.get("max-height")) !== "none";
}

/** Text on one line that is cut off without a sign of it. With three dots the whole is to be had elsewhere. */
function isOneLine(style) {
  return (
    CLIPS.test(style.overflowX) &&
    style.whiteSpaceCollapse !== "" &&
    style.textWrapMode === "nowrap" &&
    style.textOverflow !== "ellipsis"
  );
}

/** Whether at least half of a line of text lies outside, where nobody can scroll to. */
function cut(element) {
  const style = getComputedStyle(element);
  const outer = element.getBoundingClientRect();
  // Folded up on a small screen: a button unfolds it.
  if (outer.height < LEAST_HEIGHT || !a11y.visibility.isRendered(element)) return false;
  const across = isOneLine(style);
  const down = CLIPS.test(style.overflowY) && hasFixedHeight(element);
  if (!across && !down) return false;
  const isLost = (line) => {
    if (line.width < 3 || line.height < 5) return false;
    const below = line.bottom - outer.bottom + parseFloat(style.borderBottomWidth) > line.height / 2;
    const beside = line.right - outer.right > line.height;
    return (
      (down && below && line.left < outer.right && line.right > outer.left) ||
      (across && beside && line.left < outer.right && line.top < outer.bottom)
    );
  };
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), n = 0; node && n < LINES; node = walker.nextNode(), n++) {
    if (!node.data.trim() || !a11y.visibility.isRendered(node.parentElement)) continue;
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(isLost) && !scrolls(node.parentElement, element)) return true;
  }
  return false;
}

/** Whether a part in between scrolls by itself: what lies outside is reached there. */
function scrolls(from, element) {
  for (let at = from; at && at !== element; at = at.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowX + overflowY) || position === "fixed") return true;
  }
  return false;
}
