// How many places outside `marks` can have the focus in this frame, are visible and not inert.
// @requires dom, state, visibility
const STOPS =
  "a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), " +
  "textarea:not(:disabled), summary, [tabindex], [contenteditable]:not([contenteditable=false])";

export default (marks) => {
  const known = new Set(marks.map((mark) => a11y.state.marked(mark)));
  // One radio button of a group stands for all.
  const isOfKnownGroup = (element) =>
    /^radio$/i.test(element.type) && [...known].some((other) => other.type === "radio" && other.name === element.name);
  return a11y.dom.all(STOPS).filter((element) => {
    if (element.tabIndex < 0 || known.has(element) || element.closest("[inert]")) return false;
    if (!a11y.visibility.isRendered(element) || isOfKnownGroup(element)) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2;
  }).length;
};
