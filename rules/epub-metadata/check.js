({ epub }) => {
  const values = Object.fromEntries(epub.map(({ name, value }) => [name, value]));
  const silent = {
    accessMode: "missing",
    accessibilityFeature: "missing",
    accessibilityHazard: "missing",
    accessModeSufficient: "recommended",
    accessibilitySummary: "recommended",
    title: "no-title",
    language: "no-language",
    toc: "no-contents",
    // Only of a book that has the page numbers of a printed one.
    "page-list": values["page-breaks"] && "no-page-list",
    source: values["page-list"] && "no-page-source",
  };
  return epub
    .filter(({ name, value }) => !value && silent[name])
    .map(({ element, name }) => ({ element, message: silent[name], data: { property: `schema:${name}` } }));
}
