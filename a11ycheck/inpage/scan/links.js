// Returns the links of this frame and what it shows in frames and objects, in document order, through open shadow
// roots (`FoundLink` in scan/exam/page_links.py).
// @requires dom, phrases, text, words/sure_questions
const TELLS = [
  /^(id|class|formaction|formmethod|jsaction|on|@|\(|x-on|v-on|wire|ng-|hx-)/,
  /^data-.*(method|confirm|act|command|click|behavio|toggle|js|url|href|role|type|hx-)/,
];
const LONGEST = 200; // characters of a name or of an attribute
const LONGEST_QUESTION = 600; // characters of what stands around a link and asks whether one is sure
const BLOCKS = "dialog, [role=dialog], [role=alertdialog], form, section, article, div, p, td, li, main, body";

export default (most) => {
  const found = [];
  const questions = findsQuestion();
  for (const element of a11y.dom.elements()) {
    if (found.length >= most) break;
    if (element.matches("a[href], area[href]") && /^https?:$/.test(element.protocol))
      found.push(linkOf(element, questions));
    const shown = shownAddress(element);
    if (/^https?:/.test(shown)) found.push({ address: shown, shown: true, names: [], attributes: {}, asked: false });
  }
  return found;
};

function linkOf(element, questions) {
  return {
    address: element.href,
    shown: false,
    names: namesOf(element),
    attributes: tellingAttributes(element),
    asked: questions(element),
  };
}

/** Every name that a link has, however it got it: people and assistive technology read different ones. */
function namesOf(element) {
  const inside = element.firstElementChild ? [...element.querySelectorAll("*")].slice(0, 50) : [];
  const pictures = inside.filter((each) => each.matches("img[alt], [aria-label], svg title"));
  // What shows of a link differs from its text only where parts of the text may be hidden; it costs a layout.
  const hasParts = inside.some((each) => /\S/.test(each.textContent));
  const names = [
    hasParts ? element.innerText : "",
    element.textContent,
    ...drawnTexts(element),
    ...["aria-label", "title", "alt", "data-title", "data-original-title"].map((name) => element.getAttribute(name)),
    ...a11y.dom.references(element, "aria-labelledby").map((one) => one.textContent),
    ...pictures.map((one) => one.getAttribute("alt") || one.getAttribute("aria-label") || one.textContent),
  ];
  const lines = names.map((name) => a11y.text.collapse(name, LONGEST)).filter(Boolean);
  return [...new Set(lines)];
}

/** Texts that only a style sheet gives to a link that has none. */
function drawnTexts(element) {
  if (/\p{L}/u.test(element.textContent)) return [];
  const drawn = ["::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo).content);
  return drawn.filter((text) => text.startsWith('"')).map((text) => text.slice(1, -1));
}

/** Attributes that tell scripts what a link does; of one without words also what its icon is called. */
function tellingAttributes(element) {
  const given = [...element.attributes].filter(({ name }) => TELLS.some((telling) => telling.test(name)));
  const told = Object.fromEntries(given.map(({ name, value }) => [name, value.slice(0, LONGEST)]));
  const icon = element.querySelector("svg, i, img, span[class], use");
  if (icon && !/\p{L}/u.test(element.textContent)) {
    const use = icon.querySelector("use") ?? icon;
    const drawing = use.getAttribute("href") ?? use.getAttribute("xlink:href") ?? icon.getAttribute("src") ?? "";
    const [file, part = ""] = drawing.slice(0, LONGEST).split("#");
    const stem = file
      .split(/[?]/)[0]
      .split("/")
      .pop()
      .replace(/\.\w+$/, "");
    told.icon = `${icon.getAttribute("class") ?? ""} ${icon.id} ${stem} ${part}`;
  }
  return told;
}

/** Return what tells whether a link stands beside a question such as "Are you sure?", and is not the answer no. */
function findsQuestion() {
  const { questions, no } = a11y.words.sure_questions;
  const asks = (text) => a11y.phrases.mentionsPhrase(questions, text);
  if (!asks(document.body?.textContent)) return () => false;
  return (element) => {
    let block = element.parentElement?.closest(BLOCKS);
    while (block && block.textContent.length < LONGEST_QUESTION) {
      if (asks(block.textContent)) return !a11y.phrases.startsWithPhrase(no, element.textContent);
      block = block.parentElement?.closest(BLOCKS);
    }
    return false;
  };
}

function shownAddress(element) {
  if (element.matches("iframe[src], embed[src]")) return element.src;
  return element.matches("object[data]") ? element.data : "";
}
