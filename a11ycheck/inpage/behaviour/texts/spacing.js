// Gives all text of this frame the spacing that WCAG 1.4.12 names, through open shadow roots; or takes it away again.
// @requires sheets, state
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
    state.spacing = a11y.sheets.adopt(RULES, roots());
    return;
  }
  state.spacing?.remove();
  delete state.spacing;
};

function roots() {
  const found = [document];
  let left = MOST;
  for (let n = 0; n < found.length; n++) {
    const walker = document.createTreeWalker(found[n], NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && left-- > 0; node = walker.nextNode())
      if (node.shadowRoot) found.push(node.shadowRoot);
  }
  return found;
}
