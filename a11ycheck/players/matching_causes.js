// Return for each place the index of the first cause that its element is in, -1 for none. For the isolated world.
// @requires dom
export default (places, causes) =>
  places.map((place) => {
    const element = find(place);
    return element ? causes.findIndex((selectors) => selectors.some((selector) => isWithin(element, selector))) : -1;
  });

function find(place) {
  try {
    return a11y.dom.find(place);
  } catch {
    return null; // no selector
  }
}

/** Whether an element matches, or is in one that does, also outside its shadow root. */
function isWithin(element, selector) {
  for (let at = element; at; at = at.getRootNode().host) if (at.closest(selector)) return true;
  return false;
}
