// For each of these places, the colours of a text where a picture would show nothing new: of its middle letter
// (`color`, `alpha`) and of the one opaque ground behind it. null where the element is gone or is a field, and where
// anything that is not part of the text may be painted over that letter or between it and its ground. The page is
// scrolled, and back.
// @requires dom, letters, sheets
export default (places) => {
  const before = new Map();
  const restore = windowsAround().map(hitEverything);
  try {
    return places.map((place) => describe(a11y.dom.find(place), before));
  } finally {
    for (const each of restore) each();
    a11y.letters.scrollBack(before);
  }
};

const { once, ancestors } = a11y.dom;
const SVG = "http://www.w3.org/2000/svg";
const CLEAR = "*, *::before, *::after { pointer-events: auto !important }";

/** This window, and those that frames show it in, as far as a script may reach them. */
function windowsAround() {
  const windows = [window];
  for (let at = /** @type {any} */ (window); at.frameElement; at = at.parent) windows.push(at.parent);
  return windows;
}

/** Let what no mouse can hit be found at its points as well; return how to give that back. */
function hitEverything(view) {
  return a11y.sheets.adopt(CLEAR, a11y.dom.roots(view.document), view).remove;
}

function describe(element, before) {
  if (!element || element.namespaceURI === SVG || element.matches("input, textarea, select")) return null;
  const style = getComputedStyle(element);
  if (style.textShadow !== "none" || style.webkitTextStrokeWidth !== "0px" || !isEven(element)) return null;
  const letter = middleLetter(element, before);
  const [red, green, blue, alpha] = a11y.letters.rgba(style.webkitTextFillColor || style.color);
  if (!letter || letter[3] < a11y.letters.LEAST || alpha < 13) return null;
  const ground = groundOf(element, pointsOf(letter));
  return ground && { color: [red, green, blue], alpha: alpha / 255, large: a11y.letters.isLarge(style), ground };
}

/** Return the box of a letter in the middle of a text, which is scrolled to where that is needed; null for none. */
function middleLetter(element, before) {
  const find = () => {
    const letters = a11y.letters.boxes(element);
    return letters[Math.floor(letters.length / 2)] ?? null;
  };
  const letter = find();
  if (!letter || (isTop() && a11y.letters.isInWindow(letter))) return letter;
  a11y.letters.scrollTo(element, before);
  return find();
}

function isTop() {
  return window.parent === window;
}

/** @param {number[]} letter */
function pointsOf([left, top, width, height]) {
  const parts = [
    [0.5, 0.5],
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ];
  return parts.map(([across, down]) => [left + across * width, top + down * height]);
}

/** Whether nothing around an element changes how it is painted: it is opaque, and no filter, mask or animation. */
const isEven = once((element) => {
  const { opacity, even } = a11y.letters.layers(element);
  return opacity === 1 && even && [...ancestors(element)].every((each) => getComputedStyle(each).maskImage === "none");
});

/** Return the opaque colour behind these points of an element, where nothing else lies over it; null otherwise. */
function groundOf(element, points) {
  const way = [];
  let ground = null;
  for (const each of ancestors(element)) {
    const colour = colourOf(each);
    if (!colour || (colour[3] !== 0 && colour[3] !== 255)) return null;
    way.push(each);
    ground = colour[3] ? colour.slice(0, 3) : null;
    if (ground) break;
  }
  if (!points.every(([x, y]) => isFree(element, way, ground !== null, x, y))) return null;
  const view = element.ownerDocument.defaultView;
  if (view.parent === view) return ground ?? canvasOf(element.ownerDocument);
  const frame = view.frameElement;
  if (!frame || !isEven(frame) || isScaled(frame)) return null;
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const [right, down] = [left + frame.clientLeft, top + frame.clientTop];
  const moved = points.map(([x, y]) => [x + right + parseFloat(paddingLeft), y + down + parseFloat(paddingTop)]);
  const around = groundOf(frame, moved);
  return around && (ground ?? around);
}

/** The colour of an element's background; null where it is painted with more than that. */
const colourOf = once((element) => {
  const { backgroundImage, borderImageSource, backdropFilter, backgroundClip, boxShadow, backgroundColor } =
    getComputedStyle(element);
  if ([backgroundImage, borderImageSource, backdropFilter].some((value) => value !== "none")) return null;
  if (backgroundClip !== "border-box" || boxShadow.includes("inset")) return null;
  if (["::before", "::after"].some((pseudo) => isLoose(element, pseudo))) return null;
  return a11y.letters.rgba(backgroundColor);
});

/** Whether a pseudo-element may lie over or under the text. */
function isLoose(element, pseudo) {
  const { content, position } = getComputedStyle(element, pseudo);
  return content !== "none" && content !== "normal" && position !== "static";
}

/** Whether at a point nothing but the way from an element to its ground is painted. */
function isFree(element, way, ends, x, y) {
  const whole = [...ancestors(element)];
  const ground = ends ? way.at(-1) : null;
  return [...new Set(whole.map((each) => each.getRootNode()))].every((root) => {
    const found = root.elementsFromPoint(x, y).filter((each) => each.getRootNode() === root);
    const first = whole.find((each) => each.getRootNode() === root && getComputedStyle(each).display !== "contents");
    if (found[0] !== first) return false;
    if (!way.includes(first)) return true;
    const last = found.indexOf(ground);
    if (last >= 0) return found.slice(0, last).every((each) => way.includes(each));
    return canMiss(ground, root) && found.every((each) => way.includes(each) || each === root.documentElement);
  });
}

/** Whether the ground is in another root, or fills the window, however small its element is. */
function canMiss(ground, root) {
  return !ground || ground.getRootNode() !== root || ground === root.documentElement || ground === root.body;
}

function isScaled(frame) {
  const { width, height } = frame.getBoundingClientRect();
  return Math.abs(width - frame.offsetWidth) > 1 || Math.abs(height - frame.offsetHeight) > 1;
}

function canvasOf(page) {
  return /dark/.test(getComputedStyle(page.documentElement).colorScheme) ? null : [255, 255, 255];
}
