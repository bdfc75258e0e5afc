// A control that shows something and hides it when pressed again, and says so neither in a state nor in its name.
const SAYS_STATE = "[aria-expanded], summary, [aria-haspopup], [role=tab], [role=menuitem]";

/** @type {Check<"operate">} */
export default ({ operate }) =>
  operate
    .filter(({ element, announced, kind, dialog }) => element && !announced && kind === "opened" && !dialog)
    .filter(({ came, folds, relabelled, focusIn, said }) => came && folds && !relabelled && !focusIn && !said.length)
    .filter(({ messages }) => !messages.some(({ words, classy }) => words || classy))
    .filter(({ element }) => !element.closest(SAYS_STATE))
    .map(({ element, name }) => ({ element, message: "unfolds", data: { name } }));
