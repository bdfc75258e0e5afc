// Controls that look the same with the focus as without, as far as their picture shows.
const NATIVE = /^(a|button|input|select|textarea|summary)$/i;
const ROLES = new RegExp(
  String.raw`^(button|link|checkbox|radio|switch|tab|menuitem\w*|option|slider|spinbutton|` +
    "textbox|combobox|searchbox|treeitem|gridcell)$",
);

const SELECTABLE = /^(tab|radio|option|treeitem|menuitemradio|gridcell)$/;
const SELECTED = ["aria-selected", "aria-checked", "aria-current"];
const GROUPS =
  "[role=tablist], [role=radiogroup], [role=listbox], [role=tree], [role=menu], [role=menubar], [role=grid]";
const RING = 16; // CSS pixels between a ring and what it is around

/** @type {Check<"keyboard" | "page">} */
export default ({ keyboard, page }) => {
  const isControl = (element) => NATIVE.test(element.localName) || ROLES.test(page.role(element));
  // Places that only send the focus on show nothing of it themselves.
  const passed = new Set(keyboard.filter(({ kind }) => kind === "passed").map(({ mark }) => mark));
  return keyboard.flatMap(({ kind, element, mark, name, seen, pixels, change, picture, covered }) => {
    if (kind !== "stop" || !element || passed.has(mark) || covered > 0.5) return [];
    if (change === "strong" || change === "caret") return [];
    if (!isControl(element) && onlyScrolls(page, element)) return [];
    if (isMarkedSelection(page, element)) return [];
    const hit = (message) => [{ element, message, data: { name }, picture }];
    if (pixels === "same" && seen === "yes") return hit("no-change");
    if (pixels === "same" && isControl(element)) return hit("not-there");
    return pixels === "weak" && seen === "yes" ? hit("faint") : [];
  });
};

/** Whether an element gets the focus only because it scrolls, or is a whole slide, whose ring falls outside of it. */
function onlyScrolls(page, element) {
  const { width, height } = page.box(element);
  return !element.hasAttribute("tabindex") || width * height > 0.3 * innerWidth * innerHeight;
}

/**
 * Whether an element is the selected one of a group in which arrow keys move focus and selection together, and a ring
 * or a ground sets it off from the others: that shows where the focus is, although it stays when the focus leaves.
 */
function isMarkedSelection(page, element) {
  if (!SELECTED.some((state) => element.getAttribute(state) === "true")) return false;
  const role = page.role(element);
  const group = element.closest(GROUPS);
  if (!group || !SELECTABLE.test(role)) return false;
  const others = page.all(`[role=${role}]`).filter((each) => each !== element && group.contains(each));
  if (!others.length || others.some((each) => each.tabIndex >= 0)) return false;
  const own = marks(page.style(element));
  if (others.every((each) => marks(page.style(each)) !== own)) return true;
  return [...group.children].some((each) => isRing(page, each, element));
}

/** Return what of a style draws a line or a ground. */
function marks(style) {
  const { outlineStyle, boxShadow, backgroundColor } = style;
  const edge = (side) => (parseFloat(style[`border${side}Width`]) ? style[`border${side}Color`] : "");
  return [outlineStyle, boxShadow, backgroundColor, edge("Top"), edge("Bottom")].join("|");
}

/** Whether an empty element with an edge lies right around another. */
function isRing(page, ring, element) {
  if (ring.contains(element) || ring.textContent.trim() || !page.seen(ring)) return false;
  const style = page.style(ring);
  const hasEdge = parseFloat(style.borderTopWidth) > 0 || style.outlineStyle !== "none" || style.boxShadow !== "none";
  const [one, other] = [page.box(ring), page.box(element)];
  return hasEdge && ["left", "top", "right", "bottom"].every((side) => Math.abs(one[side] - other[side]) < RING);
}
