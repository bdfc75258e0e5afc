// axe's part of one frame; `context` "new" stands for what is new in it (a11ycheckNew). The root frame keeps its own here: it is large and finishRun runs here too.
async (context, rules, keep) => {
  if (context === "new") context = { include: globalThis.a11ycheckNew, exclude: [] };
  const options = {
    runOnly: { type: "rule", values: rules },
    resultTypes: ["violations", "incomplete"],
    ancestry: true,
    preload: { assets: ["cssom"], timeout: 3000 },
  };
  // Contrast takes axe some milliseconds for each text of a long page: of very many, the first are looked at.
  const MOST_TEXTS = 2000;
  globalThis.a11ycheckCut = false;
  const cut = (axe._audit?.rules ?? []).filter(({ id }) => /^color-contrast/.test(id)).map((rule) => {
    const { matches } = rule;
    let left = MOST_TEXTS;
    rule.matches = (node, virtual, ...more) => {
      if (left > 0) return matches.call(rule, node, virtual, ...more) && left-- > 0;
      globalThis.a11ycheckCut ||= virtual.children.some(({ props }) => props.nodeType === 3 && props.nodeValue?.trim());
      return false;
    };
    return () => (rule.matches = matches);
  });
  const part = await axe.runPartial(context, options).finally(() => cut.forEach((restore) => restore()));
  if (!keep) return part;
  globalThis.a11ycheckPart = part;
  return null;
}
