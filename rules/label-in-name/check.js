// Understanding 2.5.3: the words of the visible label stand in the name, in that order, next to each other.
// @requires text
const WIDGETS = new Set(
  "button, link, menuitem, menuitemcheckbox, menuitemradio, option, radio, checkbox, switch, tab, treeitem".split(", "),
);
const FIELDS = "input:not([type=hidden], [type=image]), select, textarea";
const WITHOUT_LABEL = /^(script|style|select|textarea|input|svg|img|video|iframe)$/;
const ICON_FONTS = /icon|awesome|glyph|symbol|fontello|ionicons|dashicons|pictos?\b/i;
const SIGNS = /^(x|×|[<>«»‹›]|\W|b|i|u|q|\?)$/iu; // a close cross, an arrow, B for bold
const MARK = /^[×÷=+%€$£]$/;

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all("[aria-label], [aria-labelledby]")) {
    const isField = element.matches(FIELDS);
    if ((!isField && !WIDGETS.has(page.role(element))) || !page.heard(element) || !page.seen(element)) continue;
    const label = a11y.text.collapse(isField ? fieldLabel(page, element) : shownText(page, element));
    if (!label || SIGNS.test(label)) continue;
    const words = wordsOf(label);
    // A plus or an arrow before or after the words is an icon.
    while (MARK.test(words[0])) words.shift();
    while (MARK.test(words.at(-1))) words.pop();
    const name = page.name(element);
    if (!words.length || !name.trim() || !/[\p{L}\p{N}]/u.test(words.join(""))) continue;
    if (standWithin(words, wordsOf(name)) || standWithin(words, wordsOf(name.replace(/[()[\]]/g, " ")))) continue;
    hits.push({ element, message: "differs", data: { label: label.slice(0, 100), name: name.slice(0, 100) } });
  }
  return hits;
};

function fieldLabel(page, element) {
  if (element.matches("input[type=button], input[type=submit], input[type=reset]")) return element.value;
  const labels = [...(element.labels || [])].filter((label) => page.seen(label));
  return labels.map((label) => shownText(page, label)).join(" ");
}

/** Return the text in an element that can be seen, without what fonts of icons draw. */
function shownText(page, element) {
  let text = "";
  const add = (node) => {
    if (node.nodeType === 3) text += node.data;
    if (node.nodeType !== 1) return;
    if (WITHOUT_LABEL.test(node.localName)) {
      text += " ";
      return;
    }
    const { display, fontFamily } = page.style(node);
    if (node !== element && !page.seen(node) && display !== "contents") return;
    if (node.textContent.trim() && ICON_FONTS.test(fontFamily)) return;
    const space = /^(inline|contents)$/.test(display) ? "" : " ";
    text += space;
    for (const child of (node.shadowRoot || node).childNodes) add(child);
    text += space;
  };
  add(element);
  return text;
}

/**
 * Return the words of a text. What stands between brackets explains the label and is no part of it; three dots only say
 * that more follows.
 */
function wordsOf(text) {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
      .replace(/[\u2018\u2019']/g, "")
      .match(/[\p{L}\p{N}]+\.?|[×÷=+%€$£]/gu) || []
  );
}

/** Whether words stand next to each other in others; however they are joined, where no digit is among them. */
function standWithin(words, others) {
  for (let start = 0; start + words.length <= others.length; start++)
    if (words.every((word, n) => isSame(word, others[start + n]))) return true;
  const joined = [words, others].map((each) => each.join("").replace(/\./g, ""));
  return joined[0] === joined[1] && !/\d/.test(words.join(""));
}

/** Whether two words are the same, or the first shortens the second ("no." and "number"). */
function isSame(word, other) {
  const [short, full] = [word, other].map((each) => each.replace(/\.$/, ""));
  if (short === full) return true;
  return word.endsWith(".") && short.length > 1 && !/\d/.test(short) && full.startsWith(short);
}
