// The element that has the focus, through open shadow roots.
// @requires dom
export default () => a11y.dom.activeElement();
