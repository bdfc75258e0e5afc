// What happened when a field was changed, unless the page says beforehand that it will.
const MESSAGES = { document: "leaves", window: "window", focus: "moves" };

/** @type {Check<"fields">} */
export default ({ fields }) =>
  fields
    .filter(({ element, effect, told }) => element && effect && !told)
    .map(({ element, effect, name }) => ({ element, message: MESSAGES[effect], data: { name } }));
