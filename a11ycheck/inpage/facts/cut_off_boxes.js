// Whether text is cut off now in each box that the probe `clips` asked about.
// @requires state
async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const rows = a11y.state.state.asked?.get("clips") ?? [];
  return rows.map(({ element, cut }) => (element.isConnected ? cut(element) : null));
};
