// Makes all text of this frame transparent, shows it again, and scrolls back to where the frame was before.
// @requires dom, state
const TRANSPARENT = `
  *, *::before, *::after, *::placeholder, *::marker {
    color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important;
    -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important;
    caret-color: transparent !important; transition: none !important
  }
  svg text, svg tspan, svg textPath { fill: transparent !important; stroke: none !important }`;
const AT_ONCE = "*, *::before, *::after { transition: none !important }";

export default {
  hide() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(TRANSPARENT);
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
    for (const [each, [left, top]] of state.contrastScroll ?? []) each.scrollTo({ left, top, behavior: "instant" });
    delete state.contrastScroll;
  },
};
