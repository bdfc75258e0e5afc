// axe's part of one frame. The root frame keeps its own here: it is large and finishRun runs here too.
async (context, rules, keep) => {
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
