// Makes the letters of texts in this frame transparent, shows them again, and scrolls back to where the frame was
// before. Other texts stay as they are: what lies on a text covers it in both pictures. A shadow stays too: it is a
// ground.
// @requires dom, letters, sheets, state
const TRANSPARENT = `{
  color: transparent !important; -webkit-text-fill-color: transparent !important;
  -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important;
  caret-color: transparent !important; transition: none !important
}`;
const SVG = "{ fill: transparent !important; stroke: none !important; transition: none !important }";
const AT_ONCE = "*, *::before, *::after, *::placeholder { transition: none !important }";

export default {
  hide(places) {
    const elements = places.map((place) => a11y.dom.find(place)).filter(Boolean);
    a11y.state.state.transparent = a11y.sheets.adopt(elements.map(hidingRule).join("\n"), a11y.dom.roots());
  },

  show() {
    const { state } = a11y.state;
    if (!state.transparent) return;
    // First without a transition, or the letters would come back slowly.
    state.transparent.sheet.replaceSync(AT_ONCE);
    void getComputedStyle(document.documentElement).color;
    state.transparent.remove();
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
