// Marks the body, or the root element of a document without one, and returns the mark.
// @requires state
export default () => a11y.state.mark(document.body ?? document.documentElement);
