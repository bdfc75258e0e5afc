// axe's part of one frame, and whether its look at contrast was cut off; `context` "new" stands for what is new in it.
// The root frame keeps its part here (`keep`): it is large, and finishRun runs here too.
// @requires placeholders, state
export default async (context, rules, keep) => {
  const { state } = a11y.state;
  const options = {
    runOnly: { type: "rule", values: rules },
    resultTypes: ["violations", "incomplete"],
    ancestry: true,
    preload: { assets: ["cssom"], timeout: 3000 },
  };
  const limit = limitContrast();
  const unrender = a11y.placeholders.render();
  const include = context === "new" ? { include: state.fresh, exclude: [] } : context;
  const part = await axe.runPartial(include, options).finally(() => {
    limit.lift();
    unrender();
  });
  if (keep) state.axePart = part;
  return { part: keep ? null : part, cut: limit.wasMet() };
};

/** Contrast takes axe some milliseconds for each text of a long page: of very many, the first are looked at. */
function limitContrast() {
  const MOST_TEXTS = 2000;
  let met = false;
  const limited = (axe._audit?.rules ?? []).filter(({ id }) => /^color-contrast/.test(id));
  const restore = limited.map((rule) => {
    const { matches } = rule;
    let left = MOST_TEXTS;
    rule.matches = (node, virtual, ...more) => {
      if (left > 0) return matches.call(rule, node, virtual, ...more) && left-- > 0;
      met ||= virtual.children.some(({ props }) => props.nodeType === 3 && props.nodeValue?.trim());
      return false;
    };
    return () => {
      rule.matches = matches;
    };
  });
  return { lift: () => restore.forEach((each) => void each()), wasMet: () => met };
}
