// The state of a set of items or a value: what has the focus, which item is active, all values and choices.
// @requires dom, state
const ATTRIBUTES =
  "aria-selected aria-checked aria-expanded aria-valuenow aria-valuetext aria-activedescendant class style tabindex " +
  "hidden";
const OPTIONS = "[role=option], [role=row], [role=treeitem], li";
const MOST = 300;

export default (mark) => {
  const set = a11y.state.marked(mark);
  const lists = listsOf(set);
  const holders = [set, ...lists].filter(Boolean);
  const items = holders.flatMap((each) => [...each.querySelectorAll("*")].slice(0, MOST));
  const attributes = [...holders, ...items].map((each) =>
    ATTRIBUTES.split(" ")
      .map((name) => each.getAttribute(name) ?? "")
      .join(),
  );
  const focus = a11y.state.mark(a11y.dom.activeElement() ?? document.body);
  return {
    state: [focus, set?.value ?? "", set?.scrollTop ?? 0, ...attributes].join("|"),
    open: lists.some((list) => list.checkVisibility() && list.querySelector(OPTIONS)),
  };
};

/** Return the lists that a set, such as a combo box, controls or owns. */
function listsOf(set) {
  if (!set) return [];
  return a11y.dom.references(set, set.getAttribute("aria-controls") ? "aria-controls" : "aria-owns");
}
