// For each of these places, whether assistive technology does not meet it as a thing of its own: it lies in a control
// whose children are presentational and which has a name, and takes no focus. Or it is a picture without a source.
// @requires dom, names
export default (places) =>
  places.map((place) => {
    const element = a11y.dom.find(place);
    if (!element) return false;
    return isWithoutSource(element) || (!takesFocus(element) && isPartOfNamed(element));
  });

/** WAI-ARIA 1.2, "Children Presentational: True"; a button is left out: its pictures are its name in many browsers. */
const WHOLE =
  "[role=slider], [role=scrollbar], [role=progressbar], [role=meter], [role=separator], [role=switch], [role=math], " +
  "[role=img], [role=checkbox], [role=radio], [role=option], [role=menuitemcheckbox], [role=menuitemradio]";

function isWithoutSource(element) {
  if (!element.matches("img") || element.getAttribute("src")?.trim()) return false;
  return !element.srcset && !element.currentSrc && !element.parentElement?.matches("picture");
}

function takesFocus(element) {
  return element.matches("a[href], button, input, select, textarea, [contenteditable]") || element.tabIndex >= 0;
}

function isPartOfNamed(element) {
  for (const at of a11y.dom.ancestors(a11y.dom.parent(element)))
    if (at.matches(WHOLE)) return a11y.names.nameFrom(at, ["aria-label", "aria-labelledby"]) !== "";
  return false;
}
