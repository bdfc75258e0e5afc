// Marks these elements, and returns their marks.
// @requires state
export default (...elements) => elements.map((element) => a11y.state.mark(element));
