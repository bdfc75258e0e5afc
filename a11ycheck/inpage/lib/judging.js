// What running a rule comes to.

/** What rules said in one run: hits; those that had nothing to judge, that failed, for which no time was left. */
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
