// How this frame is built, without its words: screens of one template give the same. Repeated siblings count once.
// After "~", which kinds of things to use stand in it, however they are arranged.
() => {
  const MOST = 4000;
  const USED = "a[href], button, input, select, textarea, summary, video, audio, iframe, canvas, table, [role], [tabindex], [onclick], [draggable=true]";
  const used = new Set();
  let left = MOST;
  const read = (element, depth) => {
    if (--left < 0 || depth > 12) return "";
    const role = element.getAttribute("role");
    const kind = `${element.localName}${role ? `[${role}]` : ""}`;
    if (/^(script|style|link|meta|noscript|template|svg)$/.test(element.localName)) return "";
    if (element.matches(USED)) used.add(element.localName === "input" ? `input:${element.type}` : kind);
    const parts = [];
    for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) {
      const part = read(child, depth + 1);
      if (part && parts.at(-1) !== part) parts.push(part);
    }
    return `${kind}(${parts.join()})`;
  };
  const all = document.body ? read(document.body, 0) : "";
  const short = (text) => {
    let sum = 5381;
    for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 33) + text.charCodeAt(at)) | 0;
    return `${text.length.toString(36)}.${(sum >>> 0).toString(36)}`;
  };
  return `${short(all)}~${short([...used].sort().join())}`;
}
