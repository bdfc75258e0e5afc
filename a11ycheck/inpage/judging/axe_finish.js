// All parts together, cut down to what is reported: 3 kB instead of 92 on an ordinary page.
// @requires state
export default async (rest, rules) => {
  const options = {
    runOnly: { type: "rule", values: rules },
    resultTypes: ["violations", "incomplete"],
    ancestry: true,
  };
  const { state } = a11y.state;
  const results = await axe.finishRun([state.axePart, ...rest], options);
  delete state.axePart;
  return {
    violations: results.violations.map(shortRule),
    incomplete: results.incomplete.map(shortRule),
    passes: results.passes.map(({ id }) => id),
    inapplicable: results.inapplicable.map(({ id }) => id),
  };
};

const shortRule = ({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(shortNode) });

const shortNode = ({ any, all, none, target, ancestry, html, impact }) => {
  const check = [...any, ...all, ...none].find(({ data }) => data && ["string", "object"].includes(typeof data));
  return { target, ancestry, html, impact, data: check ? flat(check.data) : {} };
};

function flat(data) {
  if (typeof data === "string") return { values: data.slice(0, 200) };
  if (Array.isArray(data))
    return {
      values: data
        .filter((one) => typeof one !== "object")
        .join(", ")
        .slice(0, 200),
    };
  const plain = {};
  for (const [key, value] of Object.entries(data))
    if (["string", "number", "boolean"].includes(typeof value)) plain[key] = String(value).slice(0, 200);
  return plain;
}
