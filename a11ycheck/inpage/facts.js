// Facts that can leave the frame, by name. Needs axe and a11ycheckRules in this world.
(names) => {
  axe.setup(document.documentElement);
  try {
    return Object.fromEntries(names.map((name) => [name, globalThis.a11ycheckRules.probes[name](axe, {})]));
  } finally {
    axe.teardown();
  }
}
