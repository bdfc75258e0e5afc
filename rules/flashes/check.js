/** @type {Check<"watch">} */
export default ({ watch }) =>
  watch
    .filter(({ kind, element }) => kind === "flashes" && element)
    .map(({ element, times, picture }) => ({ element, message: "flashes", data: { times }, picture }));
