// All parts together, cut down to what is reported: 3 kB instead of 92 on an ordinary page.
async (rest, rules) => {
  const options = {
    runOnly: { type: "rule", values: rules },
    resultTypes: ["violations", "incomplete"],
    ancestry: true,
  };
  const results = await axe.finishRun([globalThis.a11ycheckPart, ...rest], options);
  delete globalThis.a11ycheckPart;
  const flat = (value) => {
    if (typeof value === "string") return { values: value.slice(0, 200) };
    if (Array.isArray(value)) return { values: value.filter((one) => typeof one !== "object").join(", ").slice(0, 200) };
    const plain = {};
    for (const [key, one] of Object.entries(value))
      if (["string", "number", "boolean"].includes(typeof one)) plain[key] = String(one).slice(0, 200);
    return plain;
  };
  const node = ({ any, all, none, target, ancestry, html, impact }) => {
    const told = [...any, ...all, ...none].find(({ data }) => data && ["string", "object"].includes(typeof data));
    return { target, ancestry, html, impact, data: told ? flat(told.data) : {} };
  };
  const hits = (list) => list.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(node) }));
  return {
    violations: hits(results.violations),
    incomplete: hits(results.incomplete),
    passes: results.passes.map(({ id }) => id),
    inapplicable: results.inapplicable.map(({ id }) => id),
  };
}
