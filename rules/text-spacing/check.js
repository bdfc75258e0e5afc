/** @type {Check<"spacing">} */
export default ({ spacing }) =>
  spacing
    .filter(({ element }) => element)
    .map(({ element, what, text, other = "", picture }) => ({
      element,
      message: what,
      data: { text, other },
      picture,
    }));
