({ keys }) =>
  keys.flatMap(({ kind, element, name, effect, beside, words, html }) => {
    if (kind !== "pointer" || !element) return [];
    const data = { name: name || /^<[\w-]+/.exec(html)?.[0].slice(1) || "" };
    return [{ element, message: effect === "" ? "not-tried" : beside || effect === "request" ? "perhaps" : "mouse-only", data }];
  })
