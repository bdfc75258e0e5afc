// Runs the rules of one frame. Elements become places here, because they cannot leave the frame. Needs axe and the
// rules in this world.
//
// `asking` names the facts whose rows want an answer from outside, `answers` holds those answers by fact: null the
// first time. Then the checks that read such rows wait, and what the rows ask is returned as `questions`. `observed`
// are the rows of behaviours by name, on a run for them alone: the checks that read those, and no others. After `most`
// milliseconds no further check begins. With `onlyNew`, hits outside of what is new in the frame (`fresh`) are left
// out.
//
// With `asking` ["ends"] and one pair of links, a frame is judged in two runs:
//   1. `answers` null: `asked` maps "ends" to its rows; returns `questions` { ends: ["https://a.nl/", …] }
//   between: `state` keeps `asked` and `made` (all facts so far, by name), and axe keeps its tree
//   2. `answers` { ends: [{ title: "A", … }, null] }: each row gets its `answer`, and only the checks that waited run
//   at the end: `state` no longer has `asked` and `made`, and axe's tree is taken down
// @requires dom, facts, judging, placeholders, state
export default (asking, answers, observed, most, onlyNew) => {
  const { state } = a11y.state;
  const began = performance.now();
  const asked = answers ? state.asked : new Map();
  const made = (answers && axe._tree && state.made) || new Map();
  delete state.asked;
  delete state.made;
  const unrender = a11y.placeholders.render();
  const setup = !made.size;
  for (const [name, rows] of asked) if (!made.has(name)) made.set(name, rows);
  if (setup) {
    axe.teardown();
    axe.setup(document.documentElement);
  }
  for (const [name, rows] of Object.entries(observed ?? {}))
    made.set(
      name,
      rows.map((row) => ({ element: null, ...withElements(row) })),
    );
  const facts = a11y.facts.lazyFacts(state.rules.makers, made);
  const run = {
    asking,
    asked,
    answers,
    facts,
    began,
    most,
    onlyNew,
    questions: {},
    outcome: a11y.judging.newOutcome(),
  };
  try {
    if (answers)
      for (const [name, rows] of asked) rows.forEach((row, n) => void (row.answer = answers[name]?.[n] ?? null));
    const { checks, behaviourChecks } = state.rules;
    for (const [rule, code] of Object.entries(observed ? behaviourChecks : checks))
      a11y.judging.attempt(run.outcome, rule, () => judge(run, rule, code));
  } finally {
    // What was made stays until the answers come: axe's tree of a large page costs as much as all checks.
    if (asked.size && !answers) Object.assign(state, { asked, made });
    else axe.teardown();
    unrender();
  }
  const { outcome, questions } = run;
  return { ...outcome, questions, bounded: outcome.late.length > 0 || Boolean(made.get("page")?.bounded) };
};

function judge(run, rule, { needs, messages, check }) {
  const { answers, asked, facts, outcome } = run;
  const asks = needs.filter((need) => run.asking.includes(need));
  if (answers && !asks.some((need) => asked.has(need))) return;
  if (performance.now() - run.began > run.most) return void outcome.late.push(rule);
  if (!answers && asks.length && waits(run, asks)) return;
  if (needs.length && needs.every((need) => Array.isArray(facts[need]) && !facts[need].length))
    return void outcome.empty.push(rule);
  for (const { element, message, data = {}, picture = "" } of a11y.judging.declared(check(facts, axe), messages))
    if (!run.onlyNew || isNew(element))
      outcome.hits.push({ rule, message, data, picture, ...place(element ?? document.documentElement) });
}

/** Note what these facts ask; whether they ask anything. */
function waits({ facts, asked, questions }, asks) {
  for (const need of asks)
    if (facts[need].length) {
      asked.set(need, facts[need]);
      questions[need] = facts[need].map(({ ask }) => ask);
    }
  return asks.some((need) => facts[need].length);
}

/** Return a row, and what is nested in it, with the `element` of each `mark`: null where it is gone. */
function withElements(row) {
  if (Array.isArray(row)) return row.map(withElements);
  if (row === null || typeof row !== "object") return row;
  const nested = Object.entries(row).map(([key, value]) => [key, withElements(value)]);
  return { ...Object.fromEntries(nested), ...("mark" in row && { element: a11y.state.marked(row.mark) ?? null }) };
}

function isNew(element) {
  return a11y.state.state.fresh?.some((part) => a11y.dom.includes(part, element)) ?? false;
}

function place(element) {
  const { selector, ancestry, source } = new axe.utils.DqElement(element, { ancestry: true });
  return { target: selector[0], ancestry: ancestry[0], html: source };
}
