// For each of these places, whether it is a cell or row of a grid that holds a control.
// @requires dom
export default (places) => places.map((place) => holdsControl(a11y.dom.find(place)));

const CELLS = "td, th, tr, [role=gridcell], [role=row], [role=columnheader], [role=rowheader]";
const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea";

function holdsControl(element) {
  return Boolean(element?.matches(CELLS) && element.querySelector(CONTROLS));
}
