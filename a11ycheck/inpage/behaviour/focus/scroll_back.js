// Scrolls this frame to where it was when the stop with this number had the focus, and waits until that is drawn.
// @requires state, timing
export default async (number) => {
  for (const [element, left, top] of a11y.state.state.focus?.places.get(number) ?? [])
    element.scrollTo({ left, top, behavior: "instant" });
  await a11y.timing.drawn();
};
