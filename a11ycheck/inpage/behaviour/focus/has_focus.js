// Whether the element with this mark has the focus.
// @requires dom, state
export default (mark) => a11y.dom.activeElement() === a11y.state.marked(mark);
