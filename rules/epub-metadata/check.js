// What an EPUB says of its accessibility, and whether it uses the words that reading systems know:
// https://w3c.github.io/a11y-discov-vocab/
const MODES = ["auditory", "tactile", "textual", "visual"];
const ON_VISUAL = ["chart", "chem", "diagram", "math", "music", "text"].map((kind) => `${kind}OnVisual`);
const HAZARDS = ["Flashing", "MotionSimulation", "Sound"];
const VALUES = {
  accessMode: [...MODES, ...ON_VISUAL, "colorDependent"],
  accessModeSufficient: MODES,
  accessibilityHazard: [
    ...["none", "unknown", "flashing", "motionSimulation", "sound"],
    ...HAZARDS.flatMap((hazard) => [`no${hazard}Hazard`, `unknown${hazard}Hazard`]),
  ],
};
/** The message for a property that is not there. */
const MISSING = {
  accessMode: "missing",
  accessibilityFeature: "missing",
  accessibilityHazard: "missing",
  accessModeSufficient: "recommended",
  accessibilitySummary: "recommended",
  title: "no-title",
  language: "no-language",
  toc: "no-contents",
};

/** @type {Check<"epub">} */
export default ({ epub }) => {
  const values = Object.fromEntries(epub.map(({ name, value }) => [name, value]));
  const missing = {
    ...MISSING,
    // Only of a book that has the page numbers of a printed one.
    "page-list": values["page-breaks"] && "no-page-list",
    source: values["page-list"] && "no-page-source",
  };
  return epub.flatMap(({ element, name, value }) => {
    const hit = (message, data) => [{ element, message, data: { property: `schema:${name}`, ...data } }];
    if (!value) return missing[name] ? hit(missing[name]) : [];
    const words = value.split(/[;,]/).map((word) => word.trim());
    const unknown = VALUES[name] && words.find((word) => !VALUES[name].includes(word));
    return unknown === undefined ? [] : hit("unknown-value", { value: unknown });
  });
};
