// axe's part of one frame; `context` "new" stands for what is new in it (a11ycheckNew). The root frame keeps its own here: it is large and finishRun runs here too.
async (context, rules, keep) => {
  if (context === "new") context = { include: globalThis.a11ycheckNew, exclude: [] };
  const options = {
    runOnly: { type: "rule", values: rules },
    resultTypes: ["violations", "incomplete"],
    ancestry: true,
    preload: { assets: ["cssom"], timeout: 3000 },
  };
  const part = await axe.runPartial(context, options);
  if (!keep) return part;
  globalThis.a11ycheckPart = part;
  return null;
}
