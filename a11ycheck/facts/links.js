// Links in the accessibility tree: the name, the words that belong to them, and whether each says anything.
// @requires dom, text, words/link_texts
const { parent, once, references } = a11y.dom;
const { plain, allOf, pattern } = a11y.text;
const WORDS = a11y.words.link_texts;
// Short on purpose: a phrase stands here when it is empty on any page. Not "continue", "go", "details", "download".
const EMPTY = new Set(allOf(WORDS.empty));
// Which form the thing has, and not which thing it is.
const FORMATS = new Set(allOf(WORDS.formats));
// "This product": the words around it must say which.
const POINTS = pattern("^{pointers} {things}$", WORDS, "");
const BLOCKS = "p, li, td, th, dd, dt, figcaption, caption, blockquote, h1, h2, h3, h4, h5, h6, label, summary";
// A heading just before the link, in the same part of the page, is a sufficient technique (H80).
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
// "More" that opens a menu is a button in the clothes of a link.
const OPENS = "[aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], nav [aria-controls]";
const LONGEST = 2000;
const MOST_HEADERS = 100;

/** @type {FactMaker<"links">} */
export default (_axe, { page }) => {
  const words = surroundings();
  const says = (text) => {
    const said = plain(text);
    return said.replace(/[^\p{L}\p{N}]/gu, "").length > 2 && !EMPTY.has(said) && !FORMATS.has(said);
  };
  return page
    .all("a[href], area[href], [role=link]")
    .filter((element) => page.heard(element))
    .map((element) => {
      const name = page.name(element);
      const said = plain(name);
      const empty = EMPTY.has(said) || FORMATS.has(said);
      const opens = element.matches(OPENS);
      return {
        element,
        name: name.slice(0, 200),
        format: FORMATS.has(said),
        points: POINTS.test(said),
        empty: empty && !opens,
        alone: empty && !opens && !says(description(element)) && !says(words.context(element)),
        headed: empty && words.isHeaded(element),
      };
    });
};

function description(element) {
  return ["aria-describedby", "aria-labelledby"]
    .flatMap((name) => references(element, name).map((one) => one.textContent))
    .concat(element.getAttribute("aria-description") || "", element.getAttribute("title") || "")
    .join(" ");
}

/** Thousands of links may share a block: what does not depend on the link is worked out once. */
function surroundings() {
  const aroundInline = once((block) => textBesideLinks(block, false));
  const aroundAll = once((block) => textBesideLinks(block, true));
  const headersIn = once((part) =>
    [...part.querySelectorAll("th, [role=columnheader], [role=rowheader]")]
      .slice(0, MOST_HEADERS)
      .map((header) => ` ${header.textContent}`)
      .join(""),
  );
  const followsHeading = once((element) => {
    for (
      let before = element.previousElementSibling, n = 0;
      before && n < 6;
      before = before.previousElementSibling, n++
    )
      if (before.matches(HEADINGS) || before.querySelector(HEADINGS)) return true;
    return false;
  });
  return {
    /** The text of the link's own paragraph, list items or cell; of a nearest block when there is none of these. */
    context(element) {
      let text = "";
      let nearest = true;
      let at = outside(element);
      for (; at && !at.matches("body, main"); at = outside(at)) {
        const block = at.matches(BLOCKS);
        if (nearest && (block || !isInline(at))) {
          text += ` ${block && !at.matches("li") ? aroundAll(at) : aroundInline(at)}`;
          nearest = false;
        } else if (at.matches("li, td, th")) text += ` ${at.matches("li") ? aroundInline(at) : aroundAll(at)}`;
        if (at.matches("td, th")) text += ` ${headers(at, headersIn)}`;
        if (at.matches("dd")) text += ` ${term(at)}`;
        if (text.length > LONGEST) break;
      }
      if (nearest) text += ` ${aroundInline(at ?? document.body)}`;
      return text;
    },
    isHeaded(element) {
      for (let at = element, steps = 0; at && steps < 5 && !at.matches("body, main"); steps++, at = outside(at))
        if (followsHeading(at)) return true;
      return false;
    },
  };
}

// Words of a link stand in the element that its author put it in, wherever a slot shows it.
const outside = (element) => parent(element, { slots: false });
const isInline = (element) => /^(inline|contents|ruby)/.test(getComputedStyle(element).display);

/** The text of a block without what its links say; other blocks inside it are left out unless `deep`. */
function textBesideLinks(block, deep) {
  let text = "";
  const read = (node) => {
    if (text.length > LONGEST) return;
    if (node.nodeType === 3) text += node.data;
    if (node.nodeType !== 1) return;
    if (node !== block) {
      if (node.matches("a[href], [role=link], script, style, noscript, template") || (!deep && !isInline(node))) {
        text += " ";
        return;
      }
      if (node.matches("img, svg, [role=img]"))
        text += ` ${node.getAttribute("alt") || node.getAttribute("aria-label") || ""} `;
    }
    for (const child of (node.shadowRoot || node).childNodes) read(child);
  };
  read(block);
  return text;
}

/** The headers of a cell. Which belong to it is not worked out: any header of its row or any column header may. */
function headers(cell, headersIn) {
  const table = cell.closest("table");
  if (!table) return "";
  const row = cell.closest("tr");
  const own = references(cell, "headers").map((header) => header.textContent);
  return own.join(" ") + headersIn(table) + (row ? headersIn(row) : "");
}

function term(element) {
  let at = element;
  while (at && !at.matches("dt")) at = at.previousElementSibling;
  return at?.textContent || "";
}
