// Places that Tab goes into and does not leave.
// @requires text, words/keyboard_help
const HELP = a11y.text.pattern(String.raw`\b{keyboard_help}\b`, a11y.words);

/** @type {Check<"keyboard" | "keys" | "page">} */
export default ({ keyboard, keys, page }) =>
  keyboard.flatMap(({ element, mark, loop, order }) => {
    if (!element || !loop) return [];
    const stops = loop.names.slice(0, 6).join(" → ") + (loop.names.length > 6 ? " → …" : "");
    const hit = (message, data = {}) => [{ element, message, data: { stops, ...data }, picture: order }];
    // A loop around all there is keeps nobody from anything on the page.
    if (!loop.others && (loop.names.length > 1 || loop.dialog)) return [];
    if (loop.back) return loop.others && !loop.dialog ? hit("one-way") : [];
    const released = keys.find((row) => row.kind === "trap" && row.mark === mark)?.released ?? "";
    // Dialogs are meant to hold the focus, and to let it go with Escape or a button.
    if (loop.dialog) return released ? [] : hit("dialog-holds");
    const help = loop.names.find((name) => HELP.test(name));
    if (!released && help === undefined && !HELP.test(description(page, element))) return hit("no-way-out");
    return hit("by-another-way", { by: released === "escape" ? "Esc" : released || help || "?" });
  });

function description(page, element) {
  const parts = page.refs(element, "aria-describedby");
  return parts.map((part) => part.textContent).join(" ");
}
