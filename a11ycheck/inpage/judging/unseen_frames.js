// For each of these places, whether its frame is technical: it has no size, cannot be seen or shows nothing, and
// nothing in it takes the focus.
// @requires dom, layout, visibility
export default (places) => {
  const layout = a11y.layout.readLayout();
  return places.map((place) => {
    const element = a11y.dom.find(place);
    return Boolean(element) && isTechnical(layout, element) && !holdsStops(element);
  });
};

const SMALLEST = 2; // pixels
const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex]:not([tabindex^='-'])";

function isTechnical(layout, element) {
  // Without the border that browsers draw.
  if (element.clientWidth <= SMALLEST || element.clientHeight <= SMALLEST || layout.isOutside(element)) return true;
  if (!a11y.visibility.isVisible(element) || layout.isClippedAway(element)) return true;
  if (innerWidth <= SMALLEST || innerHeight <= SMALLEST) return true; // it lies in a frame that has no size itself
  const body = element.contentDocument?.body; // none in a frame of another site
  return Boolean(body) && isBlank(body);
}

/** Whether a page shows nothing at all: one that scripts talk through, or that waits to be filled. */
function isBlank(body) {
  return !body.innerText.trim() && !body.querySelector("img, svg, canvas, video, audio, object, embed, iframe, form");
}

function holdsStops(element) {
  return Boolean(element.contentDocument?.querySelector(STOPS));
}
