// On a page that a11ycheck made of texts: for each of these places, whether the element is ours, and not the author's.
// An empty place is the text as a whole, an author's. null for a page of which nothing but its facts is to be judged.
// @requires dom
export default (places) => {
  const root = document.documentElement;
  if (root.getAttribute(MADE) === "all") return null;
  if (!root.hasAttribute(MADE)) return places.map(() => false);
  return places.map((place) => {
    const element = place.length ? a11y.dom.find(place) : null;
    return Boolean(element) && (element.hasAttribute(MADE) || document.head.contains(element));
  });
};

const MADE = "data-a11ycheck-made";
