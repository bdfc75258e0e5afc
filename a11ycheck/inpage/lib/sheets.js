// Style sheets of ours over a page: no element and no attribute of it changes.

/**
 * Add a style sheet to a document and shadow roots, those that take one; return it, and how to take it away again.
 * @param {string} css
 * @param {any[]} roots
 * @param {any} view the window that these roots are in
 * @returns {{ sheet: CSSStyleSheet, remove: () => void }}
 */
export function adopt(css, roots, view = window) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  const styled = roots.filter((root) => root.adoptedStyleSheets);
  for (const root of styled) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const remove = () => {
    for (const root of styled) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((each) => each !== sheet);
  };
  return { sheet, remove };
}
