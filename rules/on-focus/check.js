// What the focus alone sets off: another page, another window, or the focus sent elsewhere.
const COMPOSITE_ROLES = new RegExp(
  "^(listbox|menu|menubar|tree|grid|treegrid|tablist|radiogroup|toolbar|group|" +
    String.raw`radio|tab|option|menuitem\w*|treeitem|gridcell)$`,
);

/** @type {Check<"keyboard" | "page">} */
export default ({ keyboard, page }) => {
  const loops = keyboard.some(({ loop }) => loop);
  return keyboard.flatMap(({ kind, element, name, leads, popup, to }) => {
    if (!element) return [];
    const hit = (message, data = {}) => [{ element, message, data: { name: name ?? page.name(element), ...data } }];
    if (kind === "stop" && leads) return hit("goes-away", { address: leads });
    if (kind === "stop") return popup ? hit("opens-window") : [];
    // A place that nobody sees and that sends the focus on keeps it inside a dialog.
    if (loops || !keepsFocus(page, element)) return [];
    return to ? hit("sends-on", { to: /^<[\w-]+/.exec(to)?.[0].slice(1) ?? "" }) : hit("drops-focus");
  });
};

/** Whether an element is a control that should keep the focus. A frame and a list hand it to one of their parts. */
function keepsFocus(page, element) {
  if (!page.seen(element) || !page.heard(element) || element.matches("iframe, :has(:focus)")) return false;
  const { width, height } = page.box(element);
  if (width < 3 || height < 3) return false;
  if (COMPOSITE_ROLES.test(page.role(element))) return false;
  return element.matches("a[href], button, input, select, textarea, summary") || page.role(element) !== "";
}
