// What could be dragged when it was tried, while a single press does nothing, neither on it nor on a control beside it.

/** @type {Check<"drag">} */
export default ({ drag }) =>
  drag
    .filter(({ element, beside, pressed }) => element && !beside && !pressed)
    .map(({ element, name, n, slider }) => ({ element, message: slider ? "slider" : "item", data: { name, n } }));
