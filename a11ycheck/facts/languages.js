// Texts by the element that says their language: what the page says in its own language, and each marked passage.
(axe, { page }) => {
  const MOST = 3000; // letters of one text that are looked at
  const PASSAGES = 40;
  const NAMED = "img, [role=img], input[type=image], area[href], button, a[href], input, select, textarea, iframe, [aria-label], [title]";
  const rows = new Map();
  const row = (by, said) => {
    if (!rows.has(by)) rows.set(by, { element: by ?? document.documentElement, page: !by || by === document.documentElement, said, text: "", known: [] });
    return rows.get(by);
  };
  const full = (element) => rows.get(page.language(element).by)?.text.length >= MOST;
  const add = (element, words) => {
    const { said, by } = page.language(element);
    if (!full(element)) row(by, said).text += `${words}. `;
  };
  if (document.title.trim()) row(document.documentElement, page.language(document.documentElement).said).text += `${document.title}. `;
  for (const { element, words } of page.texts)
    if (!full(element) && !element.closest("code, pre, kbd, samp, var, [translate=no], .notranslate") && (page.heard(element) || page.seen(element))) add(element, words);
  for (const element of page.all(NAMED)) {
    if (!page.heard(element)) continue;
    const label = element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? element.getAttribute("title");
    if (label?.trim()) add(element, label.trim());
    // A name taken from words that are marked as another language is read out in the language of the element.
    for (const one of page.refs(element, "aria-labelledby")) {
      const marked = page.language(one).said;
      if (!page.heard(one) && one.textContent.trim()) {
        const mine = page.language(element);
        const held = row(mine.by, mine.said);
        held.known.push({ element, language: marked, words: one.textContent.replace(/\s+/g, " ").trim() });
      }
    }
  }
  // Whole paragraphs in the page's own language, each for itself: one of them may be in another language.
  const BLOCKS = "p, blockquote, dd, figcaption";
  const passages = page
    .all(BLOCKS)
    .filter((element) => element.textContent.length > 120 && !element.querySelector("[lang], p, blockquote, code, pre") && page.heard(element))
    .slice(0, PASSAGES)
    .map((element) => ({ element, page: false, passage: true, said: page.language(element).said, text: element.textContent, known: [] }))
    .filter(({ said }) => said);
  const list = [...rows.values()].filter(({ said, text, known }) => said && (/\p{L}.*\p{L}.*\p{L}/u.test(text) || known.length));
  const asked = [...list.sort((a, b) => b.page - a.page).slice(0, PASSAGES), ...passages].map((one) => ({
    passage: false,
    ...one,
    ask: { text: one.text.slice(0, MOST), lang: one.said },
  }));
  // The language found instead of the one said, or "".
  asked.verdict = (one) => {
    const main = (tag) => tag.toLowerCase().split("-")[0];
    if (one.answer?.language) return one.answer.language;
    const wrong = one.known.filter(({ language }) => language && main(language) !== main(one.said));
    const length = (list) => list.reduce((sum, { words }) => sum + words.length, 0);
    return wrong.length && length(wrong) * 2 > length(one.known) + one.text.length ? wrong[0].language : "";
  };
  return asked;
}
