// Scrolls to a text of this frame, and returns by how much that moved it; without a mark, scrolls everything back.
// @requires dom, state
export default (mark) => {
  const { state, marked } = a11y.state;
  const element = marked(mark);
  if (!element) {
    for (const [each, left, top] of state.scrolledAway ?? []) each.scrollTo({ left, top, behavior: "instant" });
    delete state.scrolledAway;
    return null;
  }
  const scrolls = (each) => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth;
  const scrollers = [...a11y.dom.ancestors(element)].filter(scrolls);
  const before = element.getBoundingClientRect();
  state.scrolledAway = scrollers.map((each) => [each, each.scrollLeft, each.scrollTop]);
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const after = element.getBoundingClientRect();
  return [after.left - before.left, after.top - before.top];
};
