// Text that can be seen on a slide, and that assistive technology gets nothing of.
// @requires text, words/accessible_version
const VERSION = a11y.text.pattern("{accessible_version}", a11y.words);
const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
const NAMED = "[aria-label], [aria-labelledby], [alt], [title], [aria-description], svg title, svg desc";
const CONTROLS = "button, a[href], [role=button], [role=switch], [role=checkbox], input";
const MOST = 5000; // texts

/** @type {Check<"page">} */
export default ({ page }) => {
  // An open dialog hides the rest on purpose.
  if (page.all(DIALOGS).some((dialog) => page.seen(dialog))) return [];
  const drawn = page.all("svg text").map((element) => ({ element, words: a11y.text.collapse(element.textContent) }));
  const texts = [...page.texts, ...drawn];
  const shown = texts.filter(({ element }) => !element.closest("code, pre") && page.seen(element));
  if (shown.length > MOST) return [];
  const missing = missingTexts(page, shown, heardWords(page, texts));
  const lost = lettersOf(missing);
  if (!missing.length || lost < 60) return [];
  const share = lost / lettersOf(shown);
  const text = missing.map(({ words }) => words).join(" ");
  const hit = { element: missing[0].element, data: { percent: Math.round(share * 100), text: text.slice(0, 100) } };
  // A player may offer a version for screen readers: then that has to be looked at.
  const version = page.all(CONTROLS).find((control) => page.heard(control) && VERSION.test(page.name(control)));
  if (version && share >= 0.1)
    return [{ ...hit, message: "other-version", data: { ...hit.data, name: page.name(version).slice(0, 80) } }];
  if (share >= 0.4) return [{ ...hit, message: "lost" }];
  return share >= 0.1 ? [{ ...hit, message: "partly" }] : [];
};

/** Return the words in the accessibility tree: texts, names and descriptions, wherever they stand. */
function heardWords(page, texts) {
  const heard = new Set();
  const add = (text) => {
    for (const word of page.plain(text).split(" ")) heard.add(word);
  };
  for (const { element, words } of texts) if (page.heard(element)) add(words);
  for (const element of page.all(NAMED)) {
    if (!page.heard(element)) continue;
    const described = `${element.getAttribute("aria-description") || ""} ${element.getAttribute("title") || ""}`;
    add(`${page.name(element)} ${described} ${element.textContent.length < 2000 ? element.textContent : ""}`);
  }
  return heard;
}

/** Return the texts of which at least half is not said in another layer. */
function missingTexts(page, shown, heard) {
  return shown.filter(({ element, words }) => {
    if (page.heard(element)) return false;
    const gone = page
      .plain(words)
      .split(" ")
      .filter((word) => word && !heard.has(word));
    return gone.join("").length * 2 >= letters(words);
  });
}

function lettersOf(texts) {
  return texts.reduce((sum, { words }) => sum + letters(words), 0);
}

function letters(words) {
  return words.replace(/[^\p{L}\p{N}]/gu, "").length;
}
