// Controls that the keyboard reaches, and that do with it nothing of what they do with the mouse.

/** @type {Check<"keys" | "page">} */
export default ({ keys, page }) =>
  keys.flatMap(({ kind, element, role, rest, name, effect }) => {
    if (!element) return [];
    const called = page.name(element) || name || page.role(element) || element.localName;
    if (kind === "dead" && effect) return [{ element, message: "no-key-works", data: { name: called } }];
    if (kind !== "set") return [];
    if (/^(slider|spinbutton)$/.test(role)) return [{ element, message: "value-stays", data: { name: called } }];
    return [{ element, message: "no-arrows", data: { name: called, role, n: rest } }];
  });
