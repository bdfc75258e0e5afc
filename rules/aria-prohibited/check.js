// Names on elements whose role takes none: WAI-ARIA 1.2, "Prohibited states and properties".
// A label is lost where what it stands on says less without it: signs, figures, a price that is struck out, a picture.
// Around words, headings and controls it only names a group, and all that can be seen is read out without it.
// @requires dom, text, words/drawing_names, words/small_words
const NAMELESS = new Set(
  (
    "caption, code, deletion, emphasis, generic, insertion, none, paragraph, presentation, strong, subscript, " +
    "superscript"
  ).split(", "),
);
/** Elements whose role is generic, or is taken as generic. */
const GENERIC = new Set(
  (
    "div, span, p, b, i, u, s, small, em, strong, code, pre, sub, sup, ins, del, q, bdi, bdo, samp, data, caption, " +
    "font, center, tt, big, strike"
  ).split(", "),
);
const NAMED =
  "[aria-label], [aria-labelledby], [aria-braillelabel], [aria-roledescription], [aria-brailleroledescription]";
const ATTRIBUTES = ["aria-label", "aria-labelledby", "aria-braillelabel"];
/** What drawing tools call a shape by themselves: nothing is lost with it. */
const SHAPE = a11y.text.pattern(String.raw`^{drawing_names}( \d+)*$`, a11y.words, "");

const SMALL = new Set(a11y.text.allOf(a11y.words.small_words.words));
/** Signs that say something of their own, and are read out badly or not at all. */
const SIGN = /[\p{S}\p{Extended_Pictographic}\p{Co}]/u;
const WORD = /\p{L}{2,}/u;
/** What is told by its look. */
const STRUCK = "s, del, ins, strike";
const DRAWN = "img, svg, canvas, video, object, embed";
/** Roles that are no more than text. */
const PHRASES = new Set([...NAMELESS, "", "time", "mark", "term", "separator", "group", "text", "directory"]);
const NAMED_BY_CONTENT = "a[href], button, summary, [role]";
/** Parts of a page, in which words stand too far from each other to say the same. */
const PARTS = "body, main, article, section, form";
/** What has no parts for assistive technology (WAI-ARIA 1.2, "Children Presentational"). */
const WHOLE = "[role=slider], [role=scrollbar], [role=progressbar], [role=meter], [role=img], [role=math]";
const MOST = 300; // elements in a wrapper: with so many it is one

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all(NAMED)) {
    const role = roleOf(page, element);
    if (!NAMELESS.has(role) || !page.heard(element)) continue;
    // With focus, browsers and screen readers read the name all the same.
    if (element.tabIndex >= 0 || element.isContentEditable || element.shadowRoot) continue;
    const attribute = ATTRIBUTES.find((name) => isLost(page, element, page.plain(given(page, element, name))));
    if (!attribute) continue;
    const text = given(page, element, attribute).trim().slice(0, 100);
    hits.push({ element, message: "lost", data: { attribute, role: role === "none" ? "presentation" : role, text } });
  }
  return hits;
};

/** Return the role of an element; for those without one, what they are by their tag or by an attribute. */
function roleOf(page, element) {
  const role = page.role(element);
  const written = element.getAttribute("role")?.trim().toLowerCase() || "";
  if (role || !/^(|none|presentation|generic)$/.test(written)) return role;
  if (written) return written;
  if (element.localName === "p") return "paragraph";
  return GENERIC.has(element.localName) ? "generic" : "";
}

/** Return the name that an attribute gives. */
function given(page, element, attribute) {
  if (attribute !== "aria-labelledby") return element.getAttribute(attribute) || "";
  const parts = page.refs(element, attribute);
  return parts.map((part) => part.textContent).join(" ");
}

/** Whether a name is needed, because what can be seen is not read out without it. */
function isLost(page, element, name) {
  if (!name || SHAPE.test(name)) return false;
  const inside = [...element.querySelectorAll("*")];
  if (inside.length > MOST || inside.some((each) => standsByItself(page, each))) return false;
  const text = heardText(page, element);
  if (isSaid(page, text, name) || isNamedBy(page, element, name)) return false;
  const near = page.parent(element);
  if (near && !near.matches(PARTS) && isSaid(page, heardText(page, near), name)) return false;
  const look = inside.some((each) => each.matches(STRUCK) || (each.matches(DRAWN) && isDrawn(page, each)));
  if (WORD.test(text)) return look || SIGN.test(text);
  return page.plain(text) !== "" || SIGN.test(text) || [element, ...inside].some((each) => isDrawn(page, each));
}

/** Whether a text says all the words of a name, but for those that only join them. */
function isSaid(page, text, name) {
  const close = (words) => words.replace(/ /g, ""); // lines of a drawing have no spaces between them
  const said = page.plain(text);
  if (close(said).includes(close(name))) return true;
  const words = new Set(said.split(" "));
  const needed = name.split(" ").filter((word) => !SMALL.has(word));
  return needed.length > 0 && !SIGN.test(text) && needed.every((word) => words.has(word));
}

/** Whether what is around an element takes its name from there, or has a name and is all that is met. */
function isNamedBy(page, element, name) {
  for (const at of a11y.dom.ancestors(page.parent(element))) {
    if (at.matches(WHOLE) && page.name(at)) return true;
    if (at.matches(NAMED_BY_CONTENT) && page.plain(page.name(at)).includes(name)) return true;
  }
  return false;
}

/** Whether an element is read out as something of its own: a control, a heading, a list, a picture with a name. */
function standsByItself(page, element) {
  if (PHRASES.has(page.role(element)) || !page.heard(element)) return false;
  return element.tabIndex >= 0 || Boolean(page.name(element)) || WORD.test(element.textContent);
}

/** Return the text in an element that assistive technology reads. */
function heardText(page, element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node && texts.length < MOST; node = walker.nextNode())
    if (/\S/.test(node.data) && !node.parentElement.matches("style, script") && page.heard(node.parentElement))
      texts.push(node.data);
  return texts.join(" ");
}

/** Whether an element shows something without words that are read out. */
function isDrawn(page, element) {
  const { width, height } = page.box(element);
  if (width <= 2 || height <= 2 || !page.seen(element)) return false;
  if (element.matches(DRAWN)) return true;
  if ([...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.data))) return true;
  const styles = [page.style(element), getComputedStyle(element, "::before"), getComputedStyle(element, "::after")];
  if (styles.slice(1).some(({ content }) => !/^(none|normal|""|'')$/.test(content))) return true;
  return styles[0].backgroundImage !== "none" || styles[0].maskImage !== "none";
}
