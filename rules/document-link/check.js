// Links to documents that say neither in their name nor near it which kind of document they open.
// @requires text, words/document_kinds
const DOCUMENT = /\.(pdf|docx?|docm|odt|rtf|pptx?|ppsx?|odp|xlsx?|xlsm|ods|epub|pages|key|numbers)$/i;
const MOST = 30; // hits
/** What a link may call a document, by the first three letters of the file extension. */
const KINDS = Object.fromEntries(
  Object.entries(a11y.words.document_kinds).map(([kind, words]) => [kind, a11y.text.pattern("{words}", { words }, "")]),
);

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all("a[href], area[href]")) {
    if (hits.length >= MOST) break;
    const extension = DOCUMENT.exec((element.pathname || "").split(";")[0])?.[1];
    if (!extension || !page.heard(element)) continue;
    const near = element.closest("li, td, p, dd, figcaption, h1, h2, h3, h4")?.textContent || "";
    const names = [
      page.name(element),
      element.title,
      element.getAttribute("type") || "",
      near.length < 200 ? near : "",
    ];
    if (KINDS[extension.toLowerCase().slice(0, 3)].test(names.join(" ").toLowerCase())) continue;
    const data = { name: page.name(element).slice(0, 80), kind: extension.toUpperCase() };
    hits.push({ element, message: "document", data });
  }
  return hits;
};
