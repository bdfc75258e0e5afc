// Gives all text of this frame the spacing that WCAG 1.4.12 names, through open shadow roots; or takes it away again.
// @requires state
const MOST = 50000; // elements
const RULES = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
    transition: none !important;
  }
  p { margin-bottom: 2em !important }`;

export default (on) => {
  const { state } = a11y.state;
  if (on) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
    state.spacing = { sheet, roots: addToRoots(sheet) };
    return;
  }
  const { roots = [], sheet } = state.spacing ?? {};
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((each) => each !== sheet);
  delete state.spacing;
};

function addToRoots(sheet) {
  const roots = [document];
  let left = MOST;
  for (let n = 0; n < roots.length; n++) {
    const walker = document.createTreeWalker(roots[n], NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && left-- > 0; node = walker.nextNode())
      if (node.shadowRoot) roots.push(node.shadowRoot);
    roots[n].adoptedStyleSheets = [...roots[n].adoptedStyleSheets, sheet];
  }
  return roots;
}
