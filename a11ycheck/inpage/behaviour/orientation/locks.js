// The scripts of this frame's page that hold the screen in one direction.
// @requires state
const LOCK = /\borientation\s*\??\.\s*lock\s*\(|\b(moz|ms)?lockorientation\s*\(/i;
const MOST_TEXT = 500000;

export default () =>
  [...document.scripts]
    .filter(({ text }) => LOCK.test(text.slice(0, MOST_TEXT)))
    .slice(0, 3)
    .map((element) => ({ what: "lock", mark: a11y.state.mark(element), text: "" }));
