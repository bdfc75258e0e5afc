// Instructions that only the shape, colour or place of a thing can be understood by: "click the round button".
// @requires text, words/sensory_instructions
const { sensory_instructions: WORDS } = a11y.words;
const VERB = String.raw`{verb}\w*`;
/** Forms of an instruction, each between characters that are no part of a word. */
const PATTERNS = [
  String.raw`${VERB} (?:[^.!?]{0,30} )?(?:the|a|de|het|een|die|das|den|le|la|un|une)? ?{look},? (?:[\p{L}]+ )?{thing}`,
  `${VERB} [^.!?]{0,40}{thing}[^.!?]{0,12} {place}`,
  `${VERB} {under} (?:the|de|het|dem|der|den|le|la|l') ?{shape}`,
  `${VERB} [^.!?]{0,40}{thing} {under} (?:the|de|het|dem|der|den|le|la) {shape}`,
].map((form) => a11y.text.pattern(String.raw`(?<![\p{L}\p{N}])${form}(?![\p{L}\p{N}])`, WORDS, "iu"));
const NAMED = a11y.text.pattern(String.raw`["“”„«»‘]|(?<!\p{L})'[^']+'|\b{named}\b`, WORDS, "iu");
const HINT = a11y.text.pattern("{look}|{place}|{under}", WORDS, "iu");
const SHAPE = a11y.text.pattern("{shape}", WORDS, "iu");
const RIGHT = a11y.text.pattern("{right}", WORDS);
const LEFT = a11y.text.pattern("{left}", WORDS);
const ROUND = a11y.text.pattern("{round}", WORDS);
const SIGNS = /[★☆⭐✩✪●○◉■□▲△▼◆◇➔➜→←↑↓▶◀⇒]/u;
const BLOCKS = "p, li, td, th, dd, dt, figcaption, label, div, section, h1, h2, h3, h4, h5, h6, body";
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const CONTROLS =
  "a[href], button, summary, input, select, textarea, [role=button], [role=link], [role=tab], [role=menuitem], " +
  "[role=checkbox], [role=radio]";
const NAMED_PARTS =
  `${CONTROLS}, ${HEADINGS}, nav, [role=navigation], [role=menu], [role=region], section, img, [role=img], svg, ` +
  "fieldset, [role=group], table, figure";

/** @type {Check<"page">} */
export default ({ page }) => {
  const documents = [document, ...innerDocuments(page)];
  const namesOf = page.once(() => namesIn(page, documents));
  const hits = [];
  for (const { block, words } of blocksWithHint(page))
    for (const sentence of words.split(/(?<=[.!?])\s+/)) {
      const instruction = PATTERNS.map((pattern) => pattern.exec(sentence)).find(Boolean)?.[0];
      if (!instruction || NAMED.test(sentence) || saysName(page, sentence, instruction, namesOf("all"))) continue;
      const message = isAboutScreen(page, block, instruction, documents) ? "only-senses" : "perhaps";
      hits.push({ element: block, message, data: { text: sentence.slice(0, 120) } });
      break;
    }
  return hits;
};

/** Return the documents of the frames that can be seen and read. */
function innerDocuments(page) {
  return page.all("iframe").flatMap((frame) => {
    try {
      return frame.contentDocument && page.seen(frame) ? [frame.contentDocument] : [];
    } catch {
      return []; // another origin
    }
  });
}

/** Yield the blocks that may hold an instruction, with their own text. */
function* blocksWithHint(page) {
  const done = new Set();
  for (const { element, words: part } of page.texts) {
    if (!HINT.test(part)) continue; // the cheap question first
    const block = element.closest(BLOCKS);
    if (!block || done.has(block)) continue;
    done.add(block);
    if (!page.seen(element)) continue;
    const words = a11y.text.collapse([...block.childNodes].map(inlineText).join(""));
    if (words.length >= 8 && words.length <= 1500) yield { block, words };
  }
}

function inlineText(node) {
  if (node.nodeType === 3) return node.data;
  return node.nodeType === 1 && /^(inline|contents)/.test(getComputedStyle(node).display) ? node.textContent : " ";
}

/** Return the names of what stands on the screen, in all its frames, as `page.plain` gives them. */
function namesIn(page, documents) {
  const names = page.all(NAMED_PARTS).map((element) => {
    if (!page.heard(element)) return "";
    return element.matches(HEADINGS) ? element.textContent : page.name(element);
  });
  for (const inner of documents.slice(1))
    for (const element of inner.querySelectorAll("h1, h2, h3, h4, h5, h6, a[href], button, [aria-label]"))
      names.push(element.getAttribute("aria-label") || element.textContent);
  return new Set(names.map((name) => page.plain(name)).filter((name) => name.length > 2));
}

/** Whether a sentence says a name as well, so that people can look for it without seeing. */
function saysName(page, sentence, instruction, names) {
  const words = ` ${page.plain(sentence)} `;
  const end = page.plain(instruction.split(" ").slice(-2).join(" "));
  return [...names].some((name) => words.includes(` ${name} `) || (name.split(" ").length < 6 && name.includes(end)));
}

/** Whether what an instruction speaks of is on this screen, and not in the workshop that the lesson is about. */
function isAboutScreen(page, block, instruction, documents) {
  const right = RIGHT.test(instruction);
  const left = LEFT.test(instruction);
  const controls = right || left || ROUND.test(instruction) ? page.all(CONTROLS) : [];
  if ((right || left) && controls.some((control) => isOnSide(page, block, control, right))) return true;
  if (ROUND.test(instruction) && controls.some((control) => isRound(page, control))) return true;
  const texts = () => documents.map((inner) => inner.body?.innerText || "").join(" ");
  return SHAPE.test(instruction) && SIGNS.test(texts());
}

/** Whether a control that can be seen, outside the block, is in the right half of the window; or else in the left. */
function isOnSide(page, block, control, right) {
  if (!page.seen(control) || block.contains(control)) return false;
  const box = page.box(control);
  const middle = (box.left + box.right) / 2 / innerWidth;
  return box.width > 0 && (right ? middle > 0.5 : middle < 0.5);
}

function isRound(page, control) {
  const { width, height } = page.box(control);
  const radius = parseFloat(page.style(control).borderTopLeftRadius);
  return page.seen(control) && radius >= Math.min(width, height) * 0.4 && width > 8;
}
