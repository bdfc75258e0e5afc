// The outcome of running rules.

/** The results of one run: hits, and the rules that had nothing to judge, that failed, or that no time was left for. */
export function newOutcome() {
  return { hits: [], empty: [], failed: [], late: [] };
}

/**
 * Run one rule; an error in it is noted, and the others still run.
 * @param {ReturnType<typeof newOutcome>} outcome
 * @param {string} rule
 * @param {() => void} judge
 */
export function attempt(outcome, rule, judge) {
  try {
    judge();
  } catch (error) {
    outcome.failed.push([rule, String(error).slice(0, 200)]);
  }
}

/**
 * Return the hits of a check. Throw an error where one has a message that rule.toml does not declare.
 * @param {any} hits null where there was nothing to judge
 * @param {string[]} messages
 */
export function declared(hits, messages) {
  const odd = hits?.find(({ message }) => !messages.includes(message));
  if (odd) throw new Error(`check.js returned the message "${odd.message}", which rule.toml does not declare`);
  return hits;
}
