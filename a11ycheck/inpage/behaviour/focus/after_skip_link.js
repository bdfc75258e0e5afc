// Where the focus is after a skip link was used and Tab pressed, seen from the target of the link: "there" or "before";
// null when that cannot be told.
// @requires dom, state
export default (mark) => {
  const link = a11y.state.marked(mark);
  const target = a11y.dom.fragmentTarget(link);
  const active = document.activeElement;
  if (!target || !active || active === document.body || active === document.documentElement) return null;
  // After the last stop, Tab begins again at the first.
  if (active === link || link.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING) return null;
  if (target === active || target.contains(active)) return "there";
  if (!(link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
  return target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? "there" : "before";
};
