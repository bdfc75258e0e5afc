// Resolves when the page was laid out and drawn anew, after its scripts had their turn.
// @requires timing
export default async () => {
  await a11y.timing.drawn(Infinity);
  return true;
};
