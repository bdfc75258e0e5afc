// Links that do not say where they lead, not even with the words and the heading that belong to them.

/** @type {Check<"links">} */
export default ({ links }) =>
  links
    .filter(({ alone, headed }) => alone && !headed)
    .map(({ element, name }) => ({ element, message: "says-nothing", data: { name } }));
