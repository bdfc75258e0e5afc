// Facts that can leave the frame, by name; they may read the others. Needs a11ycheckRules in this world, and axe for
// probes that take it: its tree of a large page costs more than such a fact.
(names) => {
  const { probes } = globalThis.a11ycheckRules;
  const tree = names.some((name) => probes[name].length > 0);
  const made = new Map();
  const facts = {};
  for (const [name, probe] of Object.entries(probes))
    Object.defineProperty(facts, name, {
      get() {
        if (!made.has(name)) made.set(name, probe(axe, facts));
        return made.get(name);
      },
    });
  if (tree) axe.setup(document.documentElement);
  try {
    return Object.fromEntries(names.map((name) => [name, facts[name]]));
  } finally {
    if (tree) axe.teardown();
  }
}
