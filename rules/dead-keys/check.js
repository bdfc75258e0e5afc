({ keys, page }) =>
  keys.flatMap(({ kind, element, role, rest, name, effect }) => {
    if (!element) return [];
    const said = page.name(element) || name || page.role(element) || element.localName;
    if (kind === "dead" && effect) return [{ element, message: "no-key-works", data: { name: said } }];
    if (kind !== "set") return [];
    if (/^(slider|spinbutton)$/.test(role)) return [{ element, message: "value-stays", data: { name: said } }];
    return [{ element, message: "no-arrows", data: { name: said, role, n: rest } }];
  })
