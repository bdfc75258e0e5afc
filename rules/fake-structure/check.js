// Text that looks like a heading or a list, and is neither in the code.
// @requires text
const OUT =
  "h1, h2, h3, h4, h5, h6, [role=heading], li, table, nav, footer, button, a, label, legend, summary, figcaption, " +
  "blockquote, dt, dd, [role=tab], [role=button], [role=dialog], [role=menu], code, pre, form";
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const NOT_IN_HEADING = "p, div, ul, ol, img, input, button, a, table, video";
const NOT_IN_LIST = "li, [role=listitem], pre, code, nav, table, [role=list], button, a";
const LINE = /^\s*([•‣◦▪▫●○■□➢➤►✓✔⁃∙·*–—-]|\d{1,2}[.)])/u;
const BULLET = /^\s*[•‣◦▪▫●○■□➢➤►✓✔⁃∙·]\s*\S/u;
const PERHAPS = /^\s*(?:[-–—*]\s+\S|(\d{1,2})[.)]\s+\S)/;
const MOST = 10; // hits of each kind

/** @type {Check<"page">} */
export default ({ page }) => [...headings(page), ...lists(page)];

/** One bold line may be anything; a large one, or several, look like headings. */
function headings(page) {
  const found = [];
  for (const element of page.all("p, div")) {
    if (found.length > 30) break;
    const look = isHeadingText(element) && standsOverText(page, element) ? lookOf(page, element) : "";
    if (look) found.push({ element, look });
  }
  if (found.length < 2 && !found.some(({ look }) => look === "larger")) return [];
  return found
    .slice(0, MOST)
    .map(({ element }) => ({ element, message: "heading", data: { text: text(element).slice(0, 80) } }));
}

function text(element) {
  return a11y.text.collapse(element.textContent);
}

/** Whether an element holds one short line that is no sentence. */
function isHeadingText(element) {
  const words = text(element);
  if (words.length < 3 || words.length > 90 || /[.,;:!?…]$/.test(words)) return false;
  if (element.childElementCount > 2 || element.querySelector(HEADINGS)) return false;
  return ![...element.children].some((child) => child.matches(NOT_IN_HEADING));
}

/** Whether the next thing after an element is a text of some length. */
function standsOverText(page, element) {
  const next = element.nextElementSibling;
  if (!next?.matches("p, ul, ol, div") || text(next).length < 40) return false;
  if (element.closest(OUT) || next.closest(OUT)) return false;
  return page.seen(element) && page.heard(element) && page.seen(next);
}

/** Return how all of an element's text differs from the text below it: "larger", "bolder", or "". */
function lookOf(page, element) {
  const parts = textParts(element, 4);
  if (!parts.length || parts.length > 3) return "";
  const styles = parts.map((part) => page.style(part));
  const next = element.nextElementSibling;
  const below = page.style(next.querySelector("p, li, span") || next);
  if (styles.every(({ fontSize }) => parseFloat(fontSize) >= parseFloat(below.fontSize) * 1.2)) return "larger";
  const bold = styles.every(({ fontWeight }) => Number(fontWeight) >= 600);
  return bold && Number(below.fontWeight) < 600 ? "bolder" : "";
}

/** Return the elements that the texts in an element stand in, `most` of them. */
function textParts(element, most) {
  const parts = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && parts.length < most; node = walker.nextNode())
    if (node.data.trim()) parts.push(node.parentElement);
  return parts;
}

function lists(page) {
  const blocks = blocksWithMarks(page);
  // The children of a parent that are one line each.
  const rows = page.once((parent) =>
    [...parent.children].filter((child) => blocks.get(child)?.length === 1).slice(0, 50),
  );
  const done = new Set();
  const hits = [];
  for (const [block, lines] of blocks) {
    const parent = block.parentElement;
    if (!parent || done.has(parent)) continue;
    const siblings = block.matches("p, div") ? rows(parent).filter((row) => row.localName === block.localName) : [];
    const bullets = count(lines, siblings, BULLET);
    const perhaps = bullets < 3 ? count(lines, siblings, PERHAPS) : 0;
    if (bullets >= 3) hits.push({ element: block, message: "list", data: { n: bullets } });
    else if (perhaps >= 3) hits.push({ element: block, message: "list-perhaps", data: { n: perhaps } });
    else continue;
    done.add(parent);
    if (done.size >= MOST) break;
  }
  return hits;
}

/** Return the lines of each block in which a text begins with a mark, such as a bullet or a number. */
function blocksWithMarks(page) {
  const blocks = new Map();
  for (const { element, words } of page.texts) {
    if (!LINE.test(words)) continue;
    const block = element.closest("p, div, td, span") || element;
    if (!blocks.has(block) && !block.closest(NOT_IN_LIST) && page.seen(block)) blocks.set(block, linesOf(block));
  }
  return blocks;
}

function linesOf(block) {
  const lines = [""];
  for (const node of block.childNodes) {
    if (node.localName === "br") lines.push("");
    else lines[lines.length - 1] += node.textContent;
  }
  return lines.filter((line) => line.trim());
}

/** Return how many lines have a mark: in a block, or in neighbouring blocks of one line, whichever is more. */
function count(lines, siblings, mark) {
  const marked = (sibling) => sibling && mark.test(text(sibling));
  const inRow = siblings.filter((row, n) => marked(row) && (marked(siblings[n - 1]) || marked(siblings[n + 1])));
  return Math.max(lines.filter((line) => mark.test(line)).length, inRow.length);
}
