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
  // https://w3c.github.io/a11y-discov-vocab/
  const modes = ["auditory", "tactile", "textual", "visual"];
  const risks = ["Flashing", "MotionSimulation", "Sound"];
  const known = {
    accessMode: [
      ...modes, "chartOnVisual", "chemOnVisual", "colorDependent", "diagramOnVisual", "mathOnVisual", "musicOnVisual",
      "textOnVisual",
    ],
    accessModeSufficient: modes,
    accessibilityHazard: [
      "none", "unknown", "flashing", "motionSimulation", "sound",
      ...risks.flatMap((risk) => [`no${risk}Hazard`, `unknown${risk}Hazard`]),
    ],
  };
  return epub.flatMap(({ element, name, value }) => {
    const said = (message, data) => [{ element, message, data: { property: `schema:${name}`, ...data } }];
    if (!value) return silent[name] ? said(silent[name]) : [];
    const words = value.split(/[;,]/).map((word) => word.trim());
    const strange = known[name] && words.find((word) => !known[name].includes(word));
    return strange === undefined ? [] : said("unknown-value", { value: strange });
  });
}
