// Absolute addresses of all links of this frame, and of documents that it shows, in document order, open shadow roots
// included.
(most) => {
  const DOCUMENT = /^https?:[^?#]*\.(pdf|docx?|pptx?|xlsx?|od[tps]|epub|h5p)([?#]|$)/i;
  const found = [];
  const read = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (found.length >= most) return;
      if (element.matches("a[href], area[href]") && /^https?:$/.test(element.protocol)) found.push(element.href);
      const shown = element.matches("iframe[src], embed[src]") ? element.src : element.matches("object[data]") ? element.data : "";
      if (DOCUMENT.test(shown)) found.push(shown);
      if (element.shadowRoot) read(element.shadowRoot);
    }
  };
  read(document);
  return found;
}
