/** @type {Check<"preferences" | "page">} */
export default ({ preferences, page }) =>
  preferences
    .filter(({ element }) => element)
    .map(({ element, kind, name, picture }) => ({
      element,
      message: kind,
      data: { name: name || page.name(element) || `<${element.localName}>` },
      picture,
    }));
