// Where the letters of a text stand and in which colour; makes the text transparent until contrast_show. null where
// the element is gone, is a field, or shows no letters.
// @requires dom, state
export default (place) => {
  const element = a11y.dom.find(place);
  if (!element) return null;
  const letters = [element, element.shadowRoot].filter(Boolean).reduce(lettersIn, []);
  if (element.matches("input, textarea, select") || !letters.length) return null;
  const style = getComputedStyle(element);
  const svg = element.namespaceURI === "http://www.w3.org/2000/svg";
  const { opacity, even } = layers(element);
  const color = rgba(svg ? style.fill : style.webkitTextFillColor || style.color);
  const size = parseFloat(style.fontSize);
  const box = element.getBoundingClientRect();
  const inner = (side) => parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]) || 0;
  const found = {
    left: svg ? box.left : box.left + inner("Left"),
    top: svg ? box.top : box.top + inner("Top"),
    ...area(letters),
    letters,
    color,
    opacity,
    plain: even && style.textShadow === "none" && style.webkitTextStrokeWidth === "0px",
    large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
    decoration:
      element.closest("[aria-hidden=true]") !== null ||
      !/[\p{L}\p{N}]/u.test(element.textContent) ||
      /^[x×]$/i.test(element.textContent.trim()),
  };
  makeTransparent(element);
  return found;
};

const MOST = 120; // letters looked at
const TRANSPARENT = `
  *, *::before, *::after {
    color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important;
    text-decoration-color: transparent !important; transition: none !important
  }
  svg text, svg tspan { fill: transparent !important; stroke: none !important }`;

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

/** Add the boxes of the letters that stand right in a node, and in the window. */
function lettersIn(letters, node) {
  const range = document.createRange();
  for (const child of node.childNodes) {
    if (child.nodeType !== 3) continue;
    for (let n = 0; n < child.data.length && letters.length < MOST; n++) {
      if (!child.data[n].trim()) continue;
      range.setStart(child, n);
      range.setEnd(child, n + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      const inWindow = left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
      if (width >= 1 && height >= 1 && inWindow) letters.push([left, top, width, height]);
    }
  }
  return letters;
}

function area(letters) {
  const x = Math.floor(Math.min(...letters.map(([left]) => left)));
  const y = Math.floor(Math.min(...letters.map(([, top]) => top)));
  const right = Math.ceil(Math.max(...letters.map(([left, , width]) => left + width)));
  const bottom = Math.ceil(Math.max(...letters.map(([, top, , height]) => top + height)));
  return { x, y, width: Math.min(1200, right - x), height: Math.min(600, bottom - y) };
}

function makeTransparent(element) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TRANSPARENT);
  const roots = [...new Set([document, element.getRootNode(), element.shadowRoot])];
  const styled = roots.filter((root) => root?.adoptedStyleSheets);
  for (const root of styled) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  a11y.state.state.transparent = { roots: styled, sheet };
}
