// @requires dom
// Layers that stay in place while the page scrolls under them.

const OPAQUE = /^(img|video|canvas|iframe|svg)$/i;
const OPAQUE_CONTROLS = /^(input|button|select|textarea|embed|object)$/i;

/**
 * Return the fixed or sticky element around what is hit at a point, and whether something opaque is on the way to it;
 * null for none. `controls` says whether controls count as opaque.
 * @param {Element} hit
 */
export function stayingLayer(hit, { controls = true } = {}) {
  let opaque = false;
  for (const element of a11y.dom.ancestors(hit)) {
    const { position, backgroundColor, backgroundImage } = getComputedStyle(element);
    opaque ||= alphaOf(backgroundColor) >= 0.9 || backgroundImage !== "none" || OPAQUE.test(element.localName);
    opaque ||= controls && OPAQUE_CONTROLS.test(element.localName);
    if (position === "fixed" || position === "sticky") return { element, opaque };
  }
  return null;
}

function alphaOf(colour) {
  return Number(/rgba\(.*,\s*([\d.]+)\)/.exec(colour)?.[1] ?? (colour === "transparent" ? 0 : 1));
}
