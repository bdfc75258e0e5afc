// Returns a hash of all that makes this frame look and read as it does; "" when a large canvas may show anything.
// @requires dom
const LARGE_CANVAS = 10000; // pixels

export default () => {
  const isLarge = ({ width, height }) => width * height > LARGE_CANVAS;
  if ([...document.querySelectorAll("canvas")].some(isLarge) || !document.documentElement) return "";
  const [, ...shadowRoots] = a11y.dom.roots(document, { depthFirst: true });
  const fields = [...document.querySelectorAll("input, select, textarea")];
  const media = [...document.querySelectorAll("img, video, audio, iframe")];
  const parts = [
    document.documentElement.outerHTML,
    shadowRoots.map((root) => root.innerHTML),
    fields.map(({ value, checked, disabled }) => `${value}${checked}${disabled}`),
    media.map((element) => element.currentSrc || new URL(element.src || "", document.baseURI).pathname),
    [...document.styleSheets].map(({ href }) => href),
    innerWidth,
    innerHeight,
  ];
  return hash(JSON.stringify(parts));
};

/** Return two rolling sums of 32 bits: plenty to tell the screens of one package apart. */
function hash(text) {
  let sum = 5381;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    sum = (Math.imul(sum, 33) + code) | 0;
    other = (Math.imul(other ^ code, 0x01000193) + at) | 0;
  }
  return `${text.length.toString(36)}${(sum >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
