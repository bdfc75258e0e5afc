// A skip link that leaves the focus before the place that it names.

/** @type {Check<"keys">} */
export default ({ keys }) =>
  keys
    .filter(({ kind, led, element }) => kind === "skip" && element && led === "before")
    .map(({ element, name }) => ({ element, message: "stays", data: { name } }));
