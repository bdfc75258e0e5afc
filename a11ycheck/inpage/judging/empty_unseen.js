// For each of these places, whether nothing is in it and nobody can see it: a tooltip that waits for its text.
// @requires dom, layout, visibility
export default (places) => {
  const layout = a11y.layout.readLayout();
  return places.map((place) => {
    const element = a11y.dom.find(place);
    if (!element || element.textContent.trim() || element.querySelector("img, svg, canvas, input, button"))
      return false;
    return a11y.visibility.visibleBox(element) === null || layout.isClippedAway(element) || layout.isOutside(element);
  });
};
