// Titles that say nothing of the page, or that leave out which kind of page it is when its heading says so.
// @requires text, words/page_titles
const { empty, kinds } = a11y.words.page_titles;
const EMPTY = a11y.text.pattern("^{empty}$", { empty }, "");
const FILE = /^\S+\.(html?|xhtml|php|aspx?|jsp|story|cptx|pptx?)$/i;
const KINDS = Object.values(kinds).map((kind) => a11y.text.pattern(String.raw`\b{kind}\b`, { kind }));

/** @type {Check<"page">} */
export default ({ page }) => {
  const title = document.title.trim();
  if (!isPage() || !title || !document.querySelector("title")) return [];
  if (EMPTY.test(page.plain(title)) || FILE.test(title)) return [{ message: "says-nothing", data: { title } }];
  const main = page.all("h1, [role=heading][aria-level='1']").filter((heading) => page.heard(heading));
  const heading = main.length === 1 ? a11y.text.collapse(main[0].textContent) : "";
  const kind = KINDS.find((words) => words.test(heading));
  if (!kind || kind.test(title) || shareWord(page, kind.exec(heading)[0], title)) return [];
  return [{ message: "other-page", data: { title, heading: heading.slice(0, 100) } }];
};

/** Whether this frame is the page, or all that a page shows, so that its title is the one people get. */
function isPage() {
  try {
    return window === window.top || !window.parent.document.body.innerText.trim();
  } catch {
    return false;
  }
}

/** Whether two texts have a word that begins alike, "result" and "results". */
function shareWord(page, text, other) {
  const beginnings = (words) =>
    page
      .plain(words)
      .split(" ")
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5));
  return beginnings(text).some((beginning) => beginnings(other).includes(beginning));
}
