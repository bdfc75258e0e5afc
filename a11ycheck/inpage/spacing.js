// Gives all text of this frame the spacing that WCAG 1.4.12 names, through open shadow roots; or takes it away again.
(on) => {
  if (!on) {
    for (const root of globalThis.a11ycheckSpaced?.roots ?? []) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== globalThis.a11ycheckSpaced.sheet);
    delete globalThis.a11ycheckSpaced;
    return;
  }
  const MOST = 50000; // elements
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; transition: none !important }
    p { margin-bottom: 2em !important }`);
  const roots = [document];
  let left = MOST;
  for (let n = 0; n < roots.length; n++) {
    const walker = document.createTreeWalker(roots[n], NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && left-- > 0; node = walker.nextNode()) if (node.shadowRoot) roots.push(node.shadowRoot);
    roots[n].adoptedStyleSheets = [...roots[n].adoptedStyleSheets, sheet];
  }
  globalThis.a11ycheckSpaced = { roots, sheet };
}
