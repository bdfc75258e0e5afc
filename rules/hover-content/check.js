// What shows under the mouse must stay when the mouse moves to it. Whether it can be dismissed is asked only where it
// covers something.

/** @type {Check<"hover">} */
export default ({ hover }) =>
  hover
    .filter(({ element, reached, escapes }) => element && (!reached || !escapes))
    .map(({ element, name, text, reached }) => ({
      element,
      message: reached ? "stays" : "flees",
      data: { name, text },
    }));
