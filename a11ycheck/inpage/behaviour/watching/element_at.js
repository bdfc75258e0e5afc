// The element of this frame to which a box in its window belongs: one that lies in it, else the smallest that holds it.
// `frame`: it is a frame, whose inside begins at `left`, `top`.
// @requires dom, state, text
export default (x, y, width, height) => {
  const target = { x, y, width, height };
  const element = elementInside(target) ?? elementAround(target);
  if (!element) return null;
  const box = element.getBoundingClientRect();
  return {
    mark: a11y.state.mark(element),
    tag: element.localName,
    hints: [...a11y.dom.ancestors(element)].slice(0, 4).map(hint).join(" "),
    text: a11y.text.collapse(element.textContent, 80),
    frame: /^i?frame$/.test(element.localName),
    left: box.left + element.clientLeft,
    top: box.top + element.clientTop,
  };
};

function hint(element) {
  const attributes = ["class", "role"].map((name) => element.getAttribute(name) ?? "");
  return [element.id, ...attributes, element.localName].join(" ");
}

/** Return what lies within a box now: what moves across a wide path is nowhere for long. */
function elementInside(target) {
  const { x, y, width, height } = target;
  const points = [];
  for (let n = 1; n < 12; n++) points.push(a11y.dom.elementAt(x + (width * n) / 12, y + height / 2));
  const animated = (document.getAnimations?.() ?? [])
    .slice(0, 200)
    .map((/** @type {any} */ { effect }) => effect?.target);
  const isPart = (each) => each && !isPage(each) && sharedWithin(each, target);
  const inside = [...animated, ...points].filter(isPart);
  return inside.sort((one, other) => sharedWithin(other, target) - sharedWithin(one, target))[0];
}

function elementAround(target) {
  const { x, y, width, height } = target;
  let at = a11y.dom.elementAt(x + width / 2, y + height / 2);
  const holds = (element) => overlap(element, target).shared >= width * height * 0.6;
  while (at && !isPage(at) && !holds(at) && a11y.dom.parent(at)) at = a11y.dom.parent(at);
  return at;
}

function isPage(element) {
  return element === document.body || element === document.documentElement;
}

function sharedWithin(element, target) {
  const { own, shared } = overlap(element, target);
  return shared > own * 0.7 && shared > target.width * target.height * 0.05 ? shared : 0;
}

function overlap(element, { x, y, width, height }) {
  const box = element.getBoundingClientRect();
  const wide = Math.min(box.right, x + width) - Math.max(box.left, x);
  const high = Math.min(box.bottom, y + height) - Math.max(box.top, y);
  return { own: box.width * box.height || 1, shared: wide > 0 && high > 0 ? wide * high : 0 };
}
