// One of the elements that controls.js keeps, by its place among them.
// @requires state
(number) => a11y.state.state.controls[number];
