// What happened when a field was changed, unless the page says before that it will.
({ fields }) =>
  fields
    .filter(({ element, effect, told }) => element && effect && !told)
    .map(({ element, effect, name }) => ({ element, message: { document: "leaves", window: "window", focus: "moves" }[effect], data: { name } }));
