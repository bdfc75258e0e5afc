// For each of these places, whether its control has a name and takes the focus itself, and what lies in it is no
// control: a thumb or a mark that a script may move, out of the order of Tab.
// @requires dom, names
export default (places) =>
  places.map((place) => {
    const element = a11y.dom.find(place);
    if (!element || element.tabIndex < 0 || !isNamed(element)) return false;
    if (element.querySelector(CONTROLS)) return false;
    return [...element.querySelectorAll("[tabindex]")].every((each) => each.tabIndex < 0);
  });

const CONTROLS =
  "a[href], button, input:not([type=hidden]), select, textarea, audio[controls], video[controls], iframe, summary, " +
  "[contenteditable], [role]:not([role=presentation]):not([role=none]):not([role=generic])[tabindex]";

function isNamed(element) {
  return element.textContent.trim() !== "" || a11y.names.nameFrom(element, ["aria-label", "aria-labelledby"]) !== "";
}
