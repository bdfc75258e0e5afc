// What a click does something to, and no key reaches.

/** @type {Check<"keys">} */
export default ({ keys }) =>
  keys.flatMap(({ kind, element, name, effect, beside, html }) => {
    if (kind !== "pointer" || !element) return [];
    const data = { name: name || /^<[\w-]+/.exec(html)?.[0].slice(1) || "" };
    if (effect === "") return [{ element, message: "not-tried", data }];
    return [{ element, message: beside || effect === "request" ? "perhaps" : "mouse-only", data }];
  });
