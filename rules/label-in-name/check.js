// Understanding 2.5.3: the words of the visible label stand in the name, in that order, next to each other.
// @requires text
const WIDGETS = new Set(
  "button, link, menuitem, menuitemcheckbox, menuitemradio, option, radio, checkbox, switch, tab, treeitem".split(", "),
);
const FIELDS = "input:not([type=hidden], [type=image]), select, textarea";
const WITHOUT_LABEL = /^(script|style|select|textarea|input|svg|img|video|iframe)$/;
const ICON_FONTS = /icon|awesome|glyph|symbol|fontello|ionicons|dashicons|pictos?\b/i;
const SIGNS = /^(x|×|[<>«»‹›]|\W|b|i|u|q|\?)$/iu; // a close cross, an arrow, B for bold
/** A letter that stands for a picture, where assistive technology does not read it. */
const SINGLE = /^.?$/u;
const SMALLEST = 2; // pixels: smaller text and boxes show nobody anything
const HYPHENS = /(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu;
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
    const others = [wordsOf(name), wordsOf(name.replace(/[()[\]]/g, " "))];
    if (others.some((other) => standWithin(words, other, isSame))) continue;
    if (standWithin(wordsOf(label.replace(HYPHENS, "")), wordsOf(name.replace(HYPHENS, "")), isSame)) continue;
    const message = others.some((other) => standWithin(words, other, mayShorten)) ? "shortened" : "differs";
    hits.push({ element, message, data: { label: label.slice(0, 100), name: name.slice(0, 100) } });
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
    if (node.nodeType === 3) text += isTooSmall(page, node.parentElement) ? "" : node.data;
    if (node.nodeType !== 1) return;
    if (WITHOUT_LABEL.test(node.localName)) {
      text += " ";
      return;
    }
    const { display, fontFamily } = page.style(node);
    if (node !== element && display !== "contents" && (!page.seen(node) || isClosed(page, node))) return;
    if (node.getAttribute("aria-hidden") === "true" && SINGLE.test(node.textContent.trim())) return;
    if (node.textContent.trim() && ICON_FONTS.test(fontFamily)) return;
    const space = /^(inline|contents)$/.test(display) ? "" : " ";
    text += space;
    for (const child of (node.shadowRoot || node).childNodes) add(child);
    text += space;
  };
  add(element);
  return text;
}

/** Whether letters in an element are too small to be seen, or drawn far outside it. */
function isTooSmall(page, element) {
  if (!element) return false;
  const { fontSize, textIndent } = page.style(element);
  return parseFloat(fontSize) <= SMALLEST || parseFloat(textIndent) < -500;
}

/** Whether an element cuts off all that is in it: a box of a point, for screen readers. */
function isClosed(page, element) {
  const { width, height } = page.box(element);
  return (width <= SMALLEST || height <= SMALLEST) && /^(hidden|clip)$/.test(page.style(element).overflowX);
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
function standWithin(words, others, isAlike) {
  for (let start = 0; start + words.length <= others.length; start++)
    if (words.every((word, n) => isAlike(word, others[start + n]))) return true;
  const joined = words.join("").replace(/\./g, "");
  return !/\d/.test(joined) && others.some((_, start) => beginsWith(others.slice(start), joined));
}

/** Whether the first of these words make a text when they are joined. */
function beginsWith(words, text) {
  let made = "";
  for (const word of words) {
    if (made.length >= text.length) break;
    made += word.replace(/\./g, "");
  }
  return made === text;
}

/** Whether two words are the same, or the first shortens the second ("no." and "number"). */
function isSame(word, other) {
  const [short, full] = [word, other].map((each) => each.replace(/\.$/, ""));
  if (short === full) return true;
  return word.endsWith(".") && short.length > 1 && !/\d/.test(short) && full.startsWith(short);
}

/** Whether two words are the same, or the first may be short for the second: its beginning, or its consonants. */
function mayShorten(word, other) {
  if (isSame(word, other)) return true;
  const [short, full] = [word, other].map((each) => each.replace(/\.$/, ""));
  if (!/^\p{L}{2,5}$/u.test(short) || full.length < short.length + 2) return false;
  if (full.startsWith(short)) return true;
  let at = 0;
  for (const letter of full) if (letter === short[at]) at++;
  return !/[aeiou]/.test(short) && short[0] === full[0] && at === short.length;
}
