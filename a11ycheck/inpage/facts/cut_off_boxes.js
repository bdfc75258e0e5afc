// Whether text is cut off now in each box that the fact `clips` asked about; null for a box that is gone.
// @requires state, timing
export default async () => {
  await a11y.timing.drawn(Infinity);
  const rows = a11y.state.state.asked?.get("clips") ?? [];
  return rows.map(({ element, cut }) => (element.isConnected ? cut(element) : null));
};
