// Facts that can leave the frame, by name; they may read the others. Needs the rules in this world, and axe for facts
// that take it: its tree of a large page costs more than such a fact.
// @requires facts, state
(names) => {
  const { makers } = a11y.state.state.rules;
  const tree = names.some((name) => makers[name].length > 0);
  const facts = a11y.facts.lazyFacts(makers, new Map());
  if (tree) axe.setup(document.documentElement);
  try {
    return Object.fromEntries(names.map((name) => [name, facts[name]]));
  } finally {
    if (tree) axe.teardown();
  }
};
