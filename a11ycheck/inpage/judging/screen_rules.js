// Runs the rules of a whole screen, in its root frame, on the facts of all its frames (the root's first).
// @requires judging, state
(frames) => {
  const { newOutcome, attempt, declared } = a11y.judging;
  const outcome = newOutcome();
  for (const [rule, { messages, check }] of Object.entries(a11y.state.state.rules.screenChecks))
    attempt(outcome, rule, () => {
      for (const { message, data = {} } of declared(check({ frames }, axe), messages))
        outcome.hits.push({ rule, message, data, target: "html", ancestry: "html", html: "" });
    });
  return outcome;
};
