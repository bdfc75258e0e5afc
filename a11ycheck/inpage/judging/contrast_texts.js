// Scrolls to the first of these places, and tells of each where its letters stand and in which colour. For null the
// element is gone. `seen` is "yes", "out" where its letters are not all in the window, "cut" where what is around
// it cuts them off, and "no" where nobody can see them, whatever happens. `behind`: a layer lies over them. A field
// has `tiles` in place of letters: where its text stands is not known.
// @requires dom, layers, layout, letters, state
export default (places) => {
  a11y.letters.scrollTo(a11y.dom.find(places[0]), (a11y.state.state.contrastScroll ??= new Map()));
  const layout = a11y.layout.readLayout();
  return places.map((place) => {
    const element = a11y.dom.find(place);
    return element ? describe(layout, element) : null;
  });
};

const MOST = 120; // tiles of a field
const TILE = 16;
const FIELDS = "input, textarea, select";

function describe(layout, element) {
  const isField = element.matches(FIELDS);
  const boxes = isField ? tilesIn(element) : a11y.letters.boxes(element);
  if (!boxes.length) return isField || hasText(element) ? { seen: "no" } : null;
  const { opacity, even } = a11y.letters.layers(element);
  const style = getComputedStyle(element, isField && isEmpty(element) ? "::placeholder" : null);
  const svg = element.namespaceURI === "http://www.w3.org/2000/svg";
  const color = a11y.letters.rgba(svg ? style.fill : style.webkitTextFillColor || style.color);
  const isHigh = boxes.some(([, , , height]) => height >= a11y.letters.LEAST);
  if ((color[3] / 255) * opacity < 0.05 || !isHigh || layout.isClippedAway(element)) return { seen: "no" };
  const open = boxes.filter((box) => isShown(layout, element, box));
  if (!open.length) return { seen: "cut" };
  const letters = open.filter(a11y.letters.isInWindow);
  return {
    seen: letters.length === open.length ? "yes" : "out",
    letters,
    tiles: isField,
    behind: letters.length > 0 && isBehind(element, letters),
    color: color.slice(0, 3),
    alpha: (color[3] / 255) * opacity,
    plain: even && style.webkitTextStrokeWidth === "0px",
    large: a11y.letters.isLarge(style),
    decoration: isDecoration(element),
  };
}

/** Whether a layer that stays, or a dialog that shuts off the page, lies over the middle of a text. */
function isBehind(element, letters) {
  const [left, top, width, height] = letters[Math.floor(letters.length / 2)];
  const dialog = [...document.querySelectorAll(":modal")].find((each) => !a11y.dom.contains(each, element));
  if (dialog || [...a11y.dom.ancestors(element)].some((each) => each.inert)) return true;
  const hit = a11y.dom.elementAt(left + width / 2, top + height / 2);
  if (!hit || a11y.dom.contains(element, hit) || a11y.dom.contains(hit, element)) return false;
  const layer = a11y.layers.stayingLayer(hit);
  return layer !== null && !a11y.dom.contains(layer.element, element);
}

function hasText(element) {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
}

function isEmpty(field) {
  return field.localName !== "select" && !field.value;
}

function isDecoration(element) {
  const text = element.matches(FIELDS) ? element.value || element.placeholder || "" : element.textContent;
  return element.closest("[aria-hidden=true]") !== null || !/[\p{L}\p{N}]/u.test(text) || /^[x×]$/i.test(text.trim());
}

/** Whether what is around a letter leaves most of it. */
function isShown(layout, element, [left, top, width, height]) {
  const shown = layout.shown(element, new DOMRect(left, top, width, height));
  return shown !== null && shown.width * shown.height > 0.5 * width * height;
}

/** Return the inside of a field in pieces about as large as a letter. */
function tilesIn(field) {
  const { left, top, width, height } = field.getBoundingClientRect();
  const [wide, high] = [Math.min(field.clientWidth, width), Math.min(field.clientHeight, height)];
  if (Math.min(wide, high) < a11y.letters.LEAST) return [];
  const [x, y] = [left + field.clientLeft, top + field.clientTop];
  const count = Math.min(MOST, Math.ceil(wide / TILE));
  return Array.from({ length: count }, (_, n) => [x + n * TILE, y, Math.min(TILE, wide - n * TILE), high]);
}
