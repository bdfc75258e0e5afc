// Scrolls to an element and, with `focus`, gives it the focus. Returns where its middle is in the window of its frame,
// whether a click there reaches it, and whether it has the focus; null when it is gone.
// @requires dom, state, timing
export default async (mark, focus) => {
  const element = a11y.state.marked(mark);
  if (!element?.isConnected || !element.checkVisibility()) return null;
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  if (focus) element.focus({ preventScroll: true });
  await a11y.timing.drawn();
  const area = ({ width, height }) => width * height;
  const largest = [...element.getClientRects()].sort((one, other) => area(other) - area(one))[0];
  const { left, top, width, height } = largest ?? element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const reaches = a11y.dom.contains(element, a11y.dom.elementAt(x, y));
  return { x, y, reaches, focused: a11y.dom.activeElement() === element };
};
