/** @type {Check<"orientation">} */
export default ({ orientation }) =>
  orientation
    .filter(({ element }) => element)
    .map(({ element, what, text, angle = "", picture }) => ({
      element,
      message: what,
      data: { text, angle },
      picture,
    }));
