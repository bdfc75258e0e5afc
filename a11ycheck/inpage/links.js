// Absolute addresses of all links of this frame, in document order, open shadow roots included.
(most) => {
  const found = [];
  const read = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (found.length >= most) return;
      if (element.matches("a[href], area[href]") && /^https?:$/.test(element.protocol)) found.push(element.href);
      if (element.shadowRoot) read(element.shadowRoot);
    }
  };
  read(document);
  return found;
}
