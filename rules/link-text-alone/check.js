// Links whose own text does not say where they lead, whatever stands around them.

/** @type {Check<"links">} */
export default ({ links }) =>
  links
    .filter(({ empty, points }) => empty || points)
    .map(({ element, name, format }) => ({ element, message: format ? "format" : "says-nothing", data: { name } }));
