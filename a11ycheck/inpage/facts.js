// Facts that can leave the frame, by name; they may read the others. Needs axe and a11ycheckRules in this world.
(names) => {
  const { probes } = globalThis.a11ycheckRules;
  const made = new Map();
  const facts = {};
  for (const [name, probe] of Object.entries(probes))
    Object.defineProperty(facts, name, {
      get() {
        if (!made.has(name)) made.set(name, probe(axe, facts));
        return made.get(name);
      },
    });
  axe.setup(document.documentElement);
  try {
    return Object.fromEntries(names.map((name) => [name, facts[name]]));
  } finally {
    axe.teardown();
  }
}
