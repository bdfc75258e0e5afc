// An !important in a style attribute overrides the reader's own style sheet. WCAG 1.4.12 gives the figures.
const LEAST = { "letter-spacing": 0.12, "word-spacing": 0.16, "line-height": 1.5 };
const INHERITS = /^(inherit|unset|initial|revert|revert-layer)$/;
const MOST = 500; // elements in one that sets a spacing

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const holder of page.all("[style]")) {
    if (!/important/i.test(holder.getAttribute("style")) || holder.closest("svg")) continue;
    for (const [property, least] of Object.entries(LEAST)) {
      if (!locks(holder, property)) continue;
      const low = [holder, ...holder.querySelectorAll("*")]
        .slice(0, MOST)
        .filter((element) => takesValue(page, element, holder, property))
        .find((element) => isTooClose(page, element, property));
      if (!low) continue;
      const value = Math.round(spacing(page, low, property) * 100) / 100;
      hits.push({ element: holder, message: "locked", data: { property, least: String(least), value: String(value) } });
    }
  }
  return hits;
};

/** Whether an element sets a value of a property so that no style sheet of the reader can change it. */
function locks({ style }, property) {
  if (style?.getPropertyPriority(property) !== "important") return false;
  const value = style.getPropertyValue(property).trim();
  return !INHERITS.test(value) || value === "initial";
}

/** Whether the value counts here: an element with text, between which and the holder nothing sets its own. */
function takesValue(page, element, holder, property) {
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !page.seen(element))
    return false;
  for (let at = element; at && at !== holder; at = at.parentElement) {
    const value = at.style?.getPropertyValue(property);
    if (value && !INHERITS.test(value)) return false;
  }
  const [value, set] = [element, holder].map((each) => page.style(each).getPropertyValue(property));
  return element === holder || Math.abs(parseFloat(value) - parseFloat(set)) < 0.01 || value === set;
}

/** Whether a text is set closer than WCAG asks; one line, or one word, has no such distance. */
function isTooClose(page, element, property) {
  if (spacing(page, element, property) >= LEAST[property] - 0.001) return false;
  if (property === "line-height") return lines(element) > 1;
  return property !== "word-spacing" || /\S\s+\S/.test(element.textContent);
}

/** Return a spacing as a multiple of the font size. */
function spacing(page, element, property) {
  const style = page.style(element);
  const value = style.getPropertyValue(property);
  if (value === "normal") return property === "line-height" ? 1.2 : 0;
  return parseFloat(value) / parseFloat(style.fontSize);
}

function lines(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top))).size;
}
