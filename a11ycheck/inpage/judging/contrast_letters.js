// Makes the letters of texts in this frame transparent, shows them again, and scrolls back to where the frame was
// before. Other texts stay as they are: what lies on a text covers it in both pictures. A shadow stays too: it is a
// ground.
// @requires dom, letters, state
const TRANSPARENT = `{
  color: transparent !important; -webkit-text-fill-color: transparent !important;
  -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important;
  caret-color: transparent !important; transition: none !important
}`;
const SVG = "{ fill: transparent !important; stroke: none !important; transition: none !important }";
const AT_ONCE = "*, *::before, *::after, *::placeholder { transition: none !important }";

export default {
  hide(places) {
    const sheet = new CSSStyleSheet();
    const elements = places.map((place) => a11y.dom.find(place)).filter(Boolean);
    sheet.replaceSync(elements.map(hidingRule).join("\n"));
    const roots = a11y.dom.roots().filter((root) => root.adoptedStyleSheets);
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    a11y.state.state.transparent = { roots, sheet };
  },

  show() {
    const { state } = a11y.state;
    const { roots = [], sheet } = state.transparent ?? {};
    // First without a transition, or the letters would come back slowly.
    sheet?.replaceSync(AT_ONCE);
    if (roots.length) void getComputedStyle(document.documentElement).color;
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    delete state.transparent;
  },

  scrollBack() {
    const { state } = a11y.state;
    a11y.letters.scrollBack(state.contrastScroll ?? new Map());
    delete state.contrastScroll;
  },
};

function hidingRule(element) {
  const path = a11y.dom.numberedPath(element);
  if (element.namespaceURI === "http://www.w3.org/2000/svg") return `${path} ${SVG}`;
  const text = element.matches("input, textarea") ? `, ${path}::placeholder` : "";
  return `${path}${text} ${TRANSPARENT}\n${path} * { transition: none !important }`;
}
