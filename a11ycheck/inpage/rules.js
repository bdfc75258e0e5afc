// Runs the rules of one frame: facts are made once, when a check first reads them. Elements become places here,
// because they cannot leave the frame. Needs axe and a11ycheckRules in this world.
() => {
  const { probes, checks } = globalThis.a11ycheckRules;
  const made = new Map();
  const facts = {};
  for (const [name, probe] of Object.entries(probes))
    Object.defineProperty(facts, name, {
      get() {
        if (!made.has(name)) made.set(name, probe(axe));
        return made.get(name);
      },
    });
  const place = (element) => {
    const { selector, ancestry, source } = new axe.utils.DqElement(element, { ancestry: true });
    return { target: selector[0], ancestry: ancestry[0], html: source };
  };
  const outcome = { hits: [], empty: [], failed: [] };
  axe.setup(document.documentElement);
  try {
    for (const [rule, { needs, check }] of Object.entries(checks)) {
      try {
        if (needs.length && needs.every((need) => Array.isArray(facts[need]) && !facts[need].length)) {
          outcome.empty.push(rule);
          continue;
        }
        for (const { element, message, data = {} } of check(facts, axe))
          outcome.hits.push({ rule, message, data, ...place(element ?? document.documentElement) });
      } catch (error) {
        outcome.failed.push([rule, String(error).slice(0, 200)]);
      }
    }
  } finally {
    axe.teardown();
  }
  return outcome;
}
