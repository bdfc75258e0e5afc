// Boxes that cut off text, and did so when the page was zoomed to 200 %.
// @requires text

/** @type {Check<"clips">} */
export default ({ clips }) =>
  clips
    .filter(({ answer }) => answer === true)
    .map(({ element }) => ({
      element,
      message: "clipped",
      data: { text: a11y.text.collapse(element.textContent, 80) },
    }));
