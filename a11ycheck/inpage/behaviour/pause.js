// Resolves after some milliseconds.
// @requires timing
export default (ms) => a11y.timing.pause(ms);
