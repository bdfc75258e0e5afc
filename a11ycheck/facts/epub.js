// What an EPUB says of itself, as sources/packages/epub.py sets it out: one row for each thing, its value "" where
// nothing is said.
/** @type {FactMaker<"epub">} */
export default () =>
  [...document.querySelectorAll("tr[data-epub]")].map((element) => ({
    element,
    name: element.dataset.epub,
    value: (element.dataset.value || "").trim(),
  }));
