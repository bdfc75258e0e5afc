// The element with this mark.
// @requires state
export default (mark) => a11y.state.marked(mark);
