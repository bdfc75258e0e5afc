// Controls of this frame without words, in the window now, with the box of what is drawn in each: `state` is "on" or
// "off" where the control has one, `group` is equal for those that are made alike.
// @requires dom, state, visibility
const CONTROLS =
  "a[href], button, summary, input[type=checkbox], input[type=radio], [role=button], [role=checkbox], [role=radio], " +
  "[role=switch], [role=link], [role=tab], [aria-pressed]";
const STATES = ["aria-checked", "aria-pressed", "aria-selected"];
const MOST = 40;
const MOST_ROOTS = 100;

export default () => {
  const rows = [];
  const told = new Set();
  for (const root of a11y.dom.roots(document, { most: MOST_ROOTS }))
    for (const element of root.querySelectorAll(CONTROLS)) {
      if (rows.length >= MOST) return rows;
      if (!isSignOnly(element) || !isInWindow(element)) continue;
      // A button in a link without words has the same sign.
      let outer = element.parentElement;
      while (outer && !told.has(outer)) outer = outer.parentElement;
      if (outer) continue;
      told.add(element);
      rows.push(describe(element));
    }
  return rows;
};

function isSignOnly(element) {
  if (element.matches(":disabled, [aria-disabled=true]") || !a11y.visibility.isRendered(element)) return false;
  if (/\S/.test(element.innerText ?? "")) return false;
  const isDrawnByBrowser = element.matches("input") && getComputedStyle(element).appearance !== "none";
  return !isDrawnByBrowser;
}

function isInWindow(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width < 10 || height < 10 || width > 200 || height > 120) return false;
  return left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
}

function describe(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const edge = 3 + Math.max(element.clientLeft, element.clientTop);
  const made = (element.getAttribute("class") ?? "").replace(/\S*(active|selected|checked|on|off)\b/gi, "");
  const labels = [...(element.labels ?? [])].map((label) => label.textContent.trim()).join(" ");
  return {
    mark: a11y.state.mark(element),
    box: [left + edge, top + edge, width - 2 * edge, height - 2 * edge],
    state: stateOf(element),
    group: `${element.localName} ${made} ${Math.round(width)} ${Math.round(height)}`,
    name: (element.getAttribute("aria-label") || element.title || labels).slice(0, 80),
  };
}

function stateOf(element) {
  if (element.matches(":checked") || STATES.some((name) => element.getAttribute(name) === "true")) return "on";
  return element.matches("input") || STATES.some((name) => element.hasAttribute(name)) ? "off" : "";
}
