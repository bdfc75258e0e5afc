// Forgets the looks at the texts of this frame, and leaves it scrolled and rendered as it was.
// @requires state
export default () => {
  const { state } = a11y.state;
  const [x, y] = state.textScroll ?? [scrollX, scrollY];
  if (x !== scrollX || y !== scrollY) scrollTo({ left: x, top: y, behavior: "instant" });
  state.unrender?.();
  delete state.unrender;
  delete state.texts;
  delete state.textScroll;
};
