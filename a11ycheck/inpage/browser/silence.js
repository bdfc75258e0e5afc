// Keeps a document from sending anything more: what it sends while it unloads cannot be intercepted. A policy binds the
// document whatever its scripts do, and from wherever they have their functions. It needs an HTML `head`.
() => {
  const html = "http://www.w3.org/1999/xhtml";
  const root = document.documentElement;
  if (!root) return;
  const meta = document.createElementNS(html, "meta");
  meta.setAttribute("http-equiv", "Content-Security-Policy");
  meta.setAttribute("content", "default-src 'none'; form-action 'none'; base-uri 'none'");
  let head = document.head;
  if (!head) {
    head = document.createElementNS(html, "head");
    root.prepend(head);
  }
  head.append(meta);
  meta.remove();
};
