// Returns [address, shown] of all links of this frame, and of what it shows in frames and objects, in document order,
// through open shadow roots.
// @requires dom
export default (most) => {
  const found = [];
  for (const element of a11y.dom.elements()) {
    if (found.length >= most) break;
    if (element.matches("a[href], area[href]") && /^https?:$/.test(element.protocol)) found.push([element.href, false]);
    const shown = shownAddress(element);
    if (/^https?:/.test(shown)) found.push([shown, true]);
  }
  return found;
};

function shownAddress(element) {
  if (element.matches("iframe[src], embed[src]")) return element.src;
  return element.matches("object[data]") ? element.data : "";
}
