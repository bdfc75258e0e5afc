// Facts in, hits out. Facts are made once for all rules: change nothing in them, nor in the page.

/** @type {Check<"links">} */
export default ({ links }) =>
  links
    .filter(({ name }) => name === "what is wrong")
    .map(({ element, name }) => ({ element, message: "what-is-wrong", data: { name } }));
