// [address, shown] of all links of this frame, and of what it shows in frames and objects, in document order, open
// shadow roots included.
(most) => {
  const found = [];
  const read = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (found.length >= most) return;
      if (element.matches("a[href], area[href]") && /^https?:$/.test(element.protocol)) found.push([element.href, false]);
      const shown = element.matches("iframe[src], embed[src]") ? element.src : element.matches("object[data]") ? element.data : "";
      if (/^https?:/.test(shown)) found.push([shown, true]);
      if (element.shadowRoot) read(element.shadowRoot);
    }
  };
  read(document);
  return found;
}
