// Scrolls to the first of these places, and tells of each where its letters stand and in which colour. For null the
// element is gone. `seen` is "yes", "out" where its letters are not all in the window, "cut" where what is around
// it cuts them off, and "no" where nobody can see them, whatever happens. `behind`: a layer lies over them. A field
// has `tiles` in place of letters: where its text stands is not known.
// @requires dom, layers, layout, state
export default (places) => {
  scrollTo(a11y.dom.find(places[0]));
  const layout = a11y.layout.readLayout();
  return places.map((place) => {
    const element = a11y.dom.find(place);
    return element ? describe(layout, element) : null;
  });
};

const MOST = 120; // letters looked at
const LEAST = 3; // CSS pixels: lower letters are there for screen readers only
const TILE = 16;
const FIELDS = "input, textarea, select";

/** Scroll to an element, and remember where all that scrolls was before the first time. */
function scrollTo(element) {
  const { state } = a11y.state;
  const before = (state.contrastScroll ??= new Map());
  for (const each of element ? a11y.dom.ancestors(element) : [])
    if (!before.has(each) && (each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth))
      before.set(each, [each.scrollLeft, each.scrollTop]);
  element?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}

function describe(layout, element) {
  const isField = element.matches(FIELDS);
  const boxes = isField ? tilesIn(element) : [element, element.shadowRoot].filter(Boolean).reduce(lettersIn, []);
  if (!boxes.length) return isField || hasText(element) ? { seen: "no" } : null;
  const { opacity, even } = layers(element);
  const style = getComputedStyle(element, isField && isEmpty(element) ? "::placeholder" : null);
  const svg = element.namespaceURI === "http://www.w3.org/2000/svg";
  const color = rgba(svg ? style.fill : style.webkitTextFillColor || style.color);
  const isHigh = boxes.some(([, , , height]) => height >= LEAST);
  if ((color[3] / 255) * opacity < 0.05 || !isHigh || layout.isClippedAway(element)) return { seen: "no" };
  const open = boxes.filter((box) => isShown(layout, element, box));
  if (!open.length) return { seen: "cut" };
  const isInWindow = ([left, top, width, height]) =>
    left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
  const letters = open.filter(isInWindow);
  const size = parseFloat(style.fontSize);
  return {
    seen: letters.length === open.length ? "yes" : "out",
    letters,
    tiles: isField,
    behind: letters.length > 0 && isBehind(element, letters),
    color: color.slice(0, 3),
    alpha: (color[3] / 255) * opacity,
    plain: even && style.webkitTextStrokeWidth === "0px",
    large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
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

function rgba(color) {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  pen.fillStyle = "#000";
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data];
}

/** How much of the text shines through, and whether no filter, blend mode or animation changes what is painted. */
function layers(element) {
  let opacity = 1;
  let even = true;
  for (let at = element; at; at = a11y.dom.parent(at, { slots: false })) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (style.mixBlendMode !== "normal" || (style.filter && style.filter !== "none")) even = false;
    if (at.getAnimations?.().some((one) => one.playState === "running")) even = false; // it comes or goes just now
  }
  return { opacity, even };
}

/** Add the boxes of the letters that stand right in a node. */
function lettersIn(letters, node) {
  const range = document.createRange();
  for (const child of node.childNodes) {
    if (child.nodeType !== 3) continue;
    for (let n = 0; n < child.data.length && letters.length < MOST; n++) {
      if (!child.data[n].trim()) continue;
      range.setStart(child, n);
      range.setEnd(child, n + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      if (width >= 1 && height >= 1) letters.push([left, top, width, height]);
    }
  }
  return letters;
}

/** Return the inside of a field in pieces about as large as a letter. */
function tilesIn(field) {
  const { left, top, width, height } = field.getBoundingClientRect();
  const [wide, high] = [Math.min(field.clientWidth, width), Math.min(field.clientHeight, height)];
  if (wide < LEAST || high < LEAST) return [];
  const [x, y] = [left + field.clientLeft, top + field.clientTop];
  const count = Math.min(MOST, Math.ceil(wide / TILE));
  return Array.from({ length: count }, (_, n) => [x + n * TILE, y, Math.min(TILE, wide - n * TILE), high]);
}
