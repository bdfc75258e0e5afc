// For each of these places, whether it is in a component that its author's class calls inactive, and in which nothing
// takes the focus.
// @requires dom
export default (places) => places.map((place) => isInactive(a11y.dom.find(place)));

const STOPS =
  "a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, " +
  '[tabindex]:not([tabindex^="-"])';
const INACTIVE = /(^|[-_])(disabled|inactive)$/i;
const MOST_LEVELS = 5;
const MOST_TEXT = 200;

function isInactive(element) {
  for (let at = element, up = 0; at && up < MOST_LEVELS; at = at.parentElement, up++)
    if ([...at.classList].some((name) => INACTIVE.test(name)))
      return !at.matches(STOPS) && !at.querySelector(STOPS) && at.textContent.trim().length < MOST_TEXT;
  return false;
}
