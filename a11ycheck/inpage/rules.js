// Runs the rules of one frame: facts are made once, when a check first reads them. Elements become places here,
// because they cannot leave the frame. Needs axe and a11ycheckRules in this world. `asking` names the probes whose
// rows want an answer from outside, `answers` holds those answers by probe: null the first time. Then the checks
// that read such rows wait, and what the rows ask is returned. `observed` are the rows of the trials by name, on a
// run of its own: the checks that read those, and no others. After `most` milliseconds no further check begins.
// `onlyNew` keeps what is in a11ycheckNew.
(asking, answers, observed, most, onlyNew) => {
  const { probes, checks, trialChecks } = globalThis.a11ycheckRules;
  const outcome = { hits: [], empty: [], failed: [], late: [], questions: {} };
  const began = performance.now();
  const kept = answers ? globalThis.a11ycheckAsked : new Map();
  const made = (answers && axe._tree && globalThis.a11ycheckMade) || new Map();
  delete globalThis.a11ycheckAsked;
  delete globalThis.a11ycheckMade;
  const facts = {};
  for (const [name, probe] of Object.entries(probes))
    Object.defineProperty(facts, name, {
      get() {
        if (!made.has(name)) made.set(name, kept.get(name) ?? probe(axe, facts));
        return made.get(name);
      },
    });
  if (!made.size) {
    axe.teardown();
    axe.setup(document.documentElement);
  }
  for (const [name, rows] of Object.entries(observed ?? {})) {
    made.set(name, rows.map((row) => ({ ...row, element: globalThis.a11ycheckMarked?.[row.mark] ?? null })));
    Object.defineProperty(facts, name, { get: () => made.get(name) });
  }
  const place = (element) => {
    const { selector, ancestry, source } = new axe.utils.DqElement(element, { ancestry: true });
    return { target: selector[0], ancestry: ancestry[0], html: source };
  };
  const told = (element) => {
    for (let at = onlyNew && element; at; at = at.parentNode ?? at.host) if (globalThis.a11ycheckNew?.includes(at)) return true;
    return !onlyNew;
  };
  try {
    if (answers)
      for (const [name, rows] of kept) rows.forEach((row, n) => (row.answer = answers[name]?.[n] ?? null));
    for (const [rule, { needs, check }] of Object.entries(observed ? trialChecks : checks)) {
      try {
        const asks = needs.filter((need) => asking.includes(need));
        if (answers && !asks.some((need) => kept.has(need))) continue;
        if (performance.now() - began > most) {
          outcome.late.push(rule);
          continue;
        }
        if (!answers && asks.length) {
          for (const need of asks)
            if (facts[need].length) {
              kept.set(need, facts[need]);
              outcome.questions[need] = facts[need].map(({ ask }) => ask);
            }
          if (asks.some((need) => facts[need].length)) continue;
        }
        if (needs.length && needs.every((need) => Array.isArray(facts[need]) && !facts[need].length)) {
          outcome.empty.push(rule);
          continue;
        }
        for (const { element, message, data = {}, picture = "" } of check(facts, axe))
          if (told(element)) outcome.hits.push({ rule, message, data, picture, ...place(element ?? document.documentElement) });
      } catch (error) {
        outcome.failed.push([rule, String(error).slice(0, 200)]);
      }
    }
  } finally {
    // What was made stays until the answers come: axe's tree of a large page costs as much as all checks.
    if (kept.size && !answers) Object.assign(globalThis, { a11ycheckAsked: kept, a11ycheckMade: made });
    else axe.teardown();
  }
  outcome.bounded = outcome.late.length > 0 || Boolean(made.get("page")?.bounded);
  return outcome;
}
