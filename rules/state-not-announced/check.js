// A control that shows something, hides it when pressed again, and says neither in a state nor in its name.
({ operate }) =>
  operate
    .filter(({ element, announced, kind, dialog, came, folds, relabelled, said, focusIn }) => element && !announced && kind === "opened" && !dialog && came && folds && !relabelled && !focusIn && !said.length)
    .filter(({ element, messages }) => !messages.some(({ words, classy }) => words || classy) && !element.closest("[aria-expanded], summary, [aria-haspopup], [role=tab], [role=menuitem]"))
    .map(({ element, name }) => ({ element, message: "unfolds", data: { name } }));
