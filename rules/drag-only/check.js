// Things to drag, and pairs to match, for which nothing is there that a press or a key can do instead.
// @requires text, words/dragging, words/matching_sets
const DRAG =
  "[draggable=true], [aria-grabbed], .ui-draggable, .ui-sortable-handle, .h5p-draggable, [class*=draggable], " +
  "[class*=drag-item], [class*=drag-source], [class*=sortable-item], [data-draggable], [data-drag]";
const NOT_TO_SORT = "a[href], img:not([draggable]), input[type=range], html, body, .ui-draggable-handle";
const WINDOWS = "dialog, [role=dialog], .ui-dialog, [class*=titlebar]";
const CONTROLS =
  "button, select, input, [role=button], [role=listbox], [role=option], [role=combobox], [role=menuitem], " +
  "[role=slider], [contenteditable=true]";
const MOVE = a11y.text.pattern(String.raw`\b{dragging}\b|[↑↓←→▲▼]`, a11y.words);
/** The keyboard reaches these, and that is why they are buttons; with a pointer they are dragged. */
const H5P = ".h5p-draggable, .h5p-drag-text .ui-draggable";
const MATCHING = a11y.text
  .allOf(a11y.words.matching_sets)
  .map((word) => `[class*=${word}]`)
  .join();
const OPERABLE = "a[href], button, label, [tabindex], [role=button], summary";
const MOST = 20; // hits

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const [parent, items] of groupsToDrag(page)) {
    if (canMoveOtherwise(page, parent, items)) continue;
    const text = a11y.text.collapse(items[0].textContent, 60) || page.name(items[0]).slice(0, 60);
    hits.push({ element: items[0], message: "drag", data: { text, n: items.length } });
  }
  for (const set of page.all(MATCHING)) {
    const cards = page.seen(set) && !set.closest(DRAG) ? cardsOf(page, set) : [];
    if (cards.length < 4 || set.querySelector("button, select, input, a[href], [tabindex='0']")) continue;
    if (hits.some(({ element }) => set.contains(element))) continue;
    hits.push({ element: cards[0], message: "matching", data: { n: cards.length } });
  }
  return hits.slice(0, MOST);
};

/** Return the items that can be dragged, by the element that they stand in. */
function groupsToDrag(page) {
  const groups = new Map();
  for (const item of page.all(DRAG)) {
    if (!page.seen(item) || !(item.matches(H5P) || !item.matches(NOT_TO_SORT))) continue;
    if (item.closest(WINDOWS) || item.querySelector(DRAG)) continue;
    if (!item.draggable && item.matches("a, img")) continue;
    groups.set(item.parentElement, [...(groups.get(item.parentElement) || []), item]);
  }
  return groups;
}

/** Whether the items are controls themselves, or a control near them moves them. */
function canMoveOtherwise(page, parent, items) {
  if (items.some((item) => item.matches(CONTROLS) && !item.matches(H5P) && page.name(item))) return true;
  return [...(parent.parentElement || parent).querySelectorAll(CONTROLS)].some(
    (control) =>
      !control.matches(H5P) && page.seen(control) && (MOVE.test(page.name(control)) || control.localName === "select"),
  );
}

/** Return the cards of a set that the mouse can press and the keyboard cannot reach. */
function cardsOf(page, set) {
  return [...set.querySelectorAll("div, span, li, td, img")].filter(
    (card) =>
      !card.childElementCount && page.style(card).cursor === "pointer" && page.seen(card) && !card.closest(OPERABLE),
  );
}
