// Facts that can leave the frame, by name. Needs a11ycheckRules in this world, and axe for probes that take it: its
// tree of a large page costs more than such a fact.
(names) => {
  const { probes } = globalThis.a11ycheckRules;
  const tree = names.some((name) => probes[name].length > 0);
  if (tree) axe.setup(document.documentElement);
  try {
    return Object.fromEntries(names.map((name) => [name, probes[name](axe, {})]));
  } finally {
    if (tree) axe.teardown();
  }
}
