// Runs the rules of a whole screen, in its root frame, on the facts of all its frames (the root's first).
(frames) => {
  const outcome = { hits: [], empty: [], failed: [], late: [] };
  for (const [rule, { check }] of Object.entries(globalThis.a11ycheckRules.screenChecks)) {
    try {
      for (const { message, data = {} } of check({ frames }, axe))
        outcome.hits.push({ rule, message, data, target: "html", ancestry: "html", html: "" });
    } catch (error) {
      outcome.failed.push([rule, String(error).slice(0, 200)]);
    }
  }
  return outcome;
}
