// @requires dom
// Colours as computed styles give them, and whether a person can tell them apart.

const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)/;

/**
 * Return red, green, blue (0 to 255) and alpha (0 to 1) at the beginning of a computed value; null for none.
 * @param {string | undefined} text
 */
export function parse(text) {
  const found = RGB.exec(text ?? "");
  return found ? [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 1)] : null;
}

/**
 * Return the opaque colour that a colour makes on one behind it.
 * @param {number[]} front
 * @param {number[]} back
 */
export function blend(front, back) {
  return front.slice(0, 3).map((value, n) => value * front[3] + back[n] * (1 - front[3]));
}

/**
 * Return the opaque colour of the backgrounds of an element and those around it.
 * @param {Element | null} element
 */
export function backdrop(element) {
  let found = [255, 255, 255];
  const fills = [...a11y.dom.ancestors(element)].map((each) => parse(getComputedStyle(each).backgroundColor));
  for (const fill of fills.reverse()) if (fill) found = blend(fill, found);
  return found;
}

/**
 * Whether two colours on the same background differ by a contrast of at least `least`. A missing colour differs from
 * any other.
 */
export function differ(one, other, background, least = 1.5) {
  if (!one || !other) return one !== other;
  const [low, high] = [luminance(blend(one, background)), luminance(blend(other, background))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05) >= least;
}

/** Return the relative luminance of a colour (WCAG). */
function luminance(rgb) {
  const [r, g, b] = rgb.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
