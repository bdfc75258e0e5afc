// What has the focus in this frame, through open shadow roots; null when that is nothing. `frame`: it is a frame.
() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  return { mark: globalThis.a11ycheckMark(at), html: at.outerHTML.slice(0, 120), frame: /^i?frame$/i.test(at.localName) };
}
