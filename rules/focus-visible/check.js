// Controls that look the same with the focus as without, as far as their picture shows.
const NATIVE = /^(a|button|input|select|textarea|summary)$/i;
const ROLES = new RegExp(
  String.raw`^(button|link|checkbox|radio|switch|tab|menuitem\w*|option|slider|spinbutton|` +
    "textbox|combobox|searchbox|treeitem|gridcell)$",
);

/** @type {Check<"keyboard" | "page">} */
export default ({ keyboard, page }) => {
  const isControl = (element) => NATIVE.test(element.localName) || ROLES.test(page.role(element));
  // Places that only send the focus on show nothing of it themselves.
  const passed = new Set(keyboard.filter(({ kind }) => kind === "passed").map(({ mark }) => mark));
  return keyboard.flatMap(({ kind, element, mark, name, seen, pixels, change, picture, covered }) => {
    if (kind !== "stop" || !element || passed.has(mark) || covered > 0.5) return [];
    if (change === "strong" || change === "caret") return [];
    if (!isControl(element) && onlyScrolls(page, element)) return [];
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
