// @requires dom
// The letters of a text: where they stand, in which colour, and how to scroll to them and back.

const MOST = 120; // letters looked at

/** In CSS pixels: lower letters are there for screen readers only. */
export const LEAST = 3;

/**
 * Return the boxes of the letters that stand right in an element, relative to its window: left, top, width, height.
 * @param {any} element
 * @returns {any[]}
 */
export function boxes(element) {
  return [element, element.shadowRoot].filter(Boolean).reduce(boxesIn, []);
}

function boxesIn(letters, node) {
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

/**
 * Whether a box lies in the window.
 * @param {number[]} box
 */
export function isInWindow([left, top, width, height]) {
  return left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
}

/** Whether a style makes text so large that WCAG asks less contrast of it. */
export function isLarge({ fontSize, fontWeight }) {
  return parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
}

/**
 * Return red, green, blue and alpha of a colour of CSS, each from 0 to 255.
 * @type {(colour: string) => number[]}
 */
export const rgba = a11y.dom.once((colour) => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  pen.fillStyle = "#000";
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data];
});

/** How much of the text shines through, and whether no filter, blend mode or animation changes what is painted. */
export function layers(element) {
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

/**
 * Scroll to an element, and keep in `before` where all that scrolls was before the first time.
 * @param {any} element
 * @param {Map<any, [number, number]>} before
 */
export function scrollTo(element, before) {
  for (let inner = element; inner; inner = inner.ownerDocument.defaultView.frameElement)
    for (const each of a11y.dom.ancestors(inner))
      if (!before.has(each) && (each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth))
        before.set(each, [each.scrollLeft, each.scrollTop]);
  element?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}

/**
 * Scroll back to where all that scrolls was.
 * @param {Map<any, [number, number]>} before
 */
export function scrollBack(before) {
  for (const [each, [left, top]] of before) each.scrollTo({ left, top, behavior: "instant" });
}
