// Texts by the element that says their language: what the page says in its own language, and each marked passage. Asks
// which language each is in.
// @requires text
const MOST = 3000; // characters of one text that are looked at
const PASSAGES = 40;
const LEAST_PARAGRAPH = 120;
const NAMED =
  "img, [role=img], input[type=image], area[href], button, a[href], input, select, textarea, iframe, [aria-label], " +
  "[title]";
const CODE = "code, pre, kbd, samp, var, [translate=no], .notranslate";

/** @type {FactMaker<"languages">} */
export default (_axe, { page }) => {
  const rows = textsByLanguage(page);
  const marked = rows.filter(({ said, text, known }) => said && (/\p{L}.*\p{L}.*\p{L}/u.test(text) || known.length));
  const first = marked.sort((a, b) => Number(b.page) - Number(a.page)).slice(0, PASSAGES);
  const asked = [...first, ...paragraphs(page)].map((row) => ({
    passage: false,
    ...row,
    ask: { text: row.text.slice(0, MOST), lang: row.said },
  }));
  return Object.assign(asked, { verdict });
};

function textsByLanguage(page) {
  const rows = new Map();
  const row = ({ by, said }) => {
    const whole = !by || by === document.documentElement;
    if (!rows.has(by))
      rows.set(by, { element: by ?? document.documentElement, page: whole, said, text: "", known: [] });
    return rows.get(by);
  };
  const isFull = (element) => rows.get(page.language(element).by)?.text.length >= MOST;
  const add = (element, words) => {
    if (!isFull(element)) row(page.language(element)).text += `${words}. `;
  };
  if (document.title.trim())
    row({
      by: document.documentElement,
      said: page.language(document.documentElement).said,
    }).text += `${document.title}. `;
  for (const { element, words } of page.texts)
    if (!isFull(element) && !element.closest(CODE) && (page.heard(element) || page.seen(element))) add(element, words);
  for (const element of page.all(NAMED)) {
    if (!page.heard(element)) continue;
    const label = element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? element.getAttribute("title");
    if (label?.trim()) add(element, label.trim());
    for (const known of borrowedWords(page, element)) row(page.language(element)).known.push(known);
  }
  return [...rows.values()];
}

/** A name taken from words that are marked as another language is read out in the language of the element. */
function borrowedWords(page, element) {
  return page
    .refs(element, "aria-labelledby")
    .filter((one) => !page.heard(one) && one.textContent.trim())
    .map((one) => ({ element, language: page.language(one).said, words: a11y.text.collapse(one.textContent) }));
}

/** Whole paragraphs in the page's own language, each for itself: one of them may be in another language. */
function paragraphs(page) {
  return page
    .all("p, blockquote, dd, figcaption")
    .filter((element) => element.textContent.length > LEAST_PARAGRAPH)
    .filter((element) => !element.querySelector("[lang], p, blockquote, code, pre") && page.heard(element))
    .slice(0, PASSAGES)
    .map((element) => ({
      element,
      page: false,
      passage: true,
      said: page.language(element).said,
      text: element.textContent,
      known: [],
    }))
    .filter(({ said }) => said);
}

/** The language found instead of the one said, or "". */
function verdict(row) {
  const main = (tag) => tag.toLowerCase().split("-")[0];
  if (row.answer?.language) return row.answer.language;
  const wrong = row.known.filter(({ language }) => language && main(language) !== main(row.said));
  const length = (list) => list.reduce((sum, { words }) => sum + words.length, 0);
  return wrong.length && length(wrong) * 2 > length(row.known) + row.text.length ? wrong[0].language : "";
}
