// Places that Tab goes into and does not leave.
// @requires text, words/keyboard_help, words/keyboard_ways
const HELP = a11y.text.pattern(String.raw`\b{keyboard_help}\b`, a11y.words);
/** A sentence that names a key and says that it leads out: "Press Esc to leave the map". */
const WAY_OUT = a11y.text.pattern(
  String.raw`(\b{keys}\b[^.!?]*(?<!\p{L}){leaving}|(?<!\p{L}){leaving}[^.!?]*\b{keys}\b)`,
  a11y.words.keyboard_ways,
  "iu",
);

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
    const told = released ? "" : wayOut(page);
    if (!released && help === undefined && !told && !HELP.test(description(page, element))) return hit("no-way-out");
    return hit("by-another-way", { by: released === "escape" ? "Esc" : released || help || told || "?" });
  });

/** Return the sentence on the page that tells how to get out, "" for none. A person judges if it is met in time. */
function wayOut(page) {
  const told = page.texts.find(({ element }) => page.seen(element) && WAY_OUT.test(element.textContent));
  return told ? a11y.text.collapse(told.element.textContent.match(WAY_OUT)[0]).slice(0, 100) : "";
}

function description(page, element) {
  const parts = page.refs(element, "aria-describedby");
  return parts.map((part) => part.textContent).join(" ");
}
