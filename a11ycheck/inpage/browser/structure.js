// Returns how this frame is built, without its words: screens of one template give the same. Siblings that repeat count
// once. After "~", which kinds of controls are in it, however they are arranged.
const MOST = 4000;
const DEEPEST = 12;
const CONTROLS =
  "a[href], button, input, select, textarea, summary, video, audio, iframe, canvas, table, [role], [tabindex], " +
  "[onclick], [draggable=true]";
const SKIPPED = /^(script|style|link|meta|noscript|template|svg)$/;

export default () => {
  const seen = { left: MOST, controls: new Set() };
  const all = document.body ? describe(document.body, 0, seen) : "";
  return `${hash(all)}~${hash([...seen.controls].sort().join())}`;
};

function describe(element, depth, seen) {
  if (--seen.left < 0 || depth > DEEPEST) return "";
  const role = element.getAttribute("role");
  const kind = `${element.localName}${role ? `[${role}]` : ""}`;
  if (SKIPPED.test(element.localName)) return "";
  if (element.matches(CONTROLS)) seen.controls.add(element.localName === "input" ? `input:${element.type}` : kind);
  const parts = [];
  for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) {
    const part = describe(child, depth + 1, seen);
    if (part && parts.at(-1) !== part) parts.push(part);
  }
  return `${kind}(${parts.join()})`;
}

function hash(text) {
  let sum = 5381;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 33) + text.charCodeAt(at)) | 0;
  return `${text.length.toString(36)}.${(sum >>> 0).toString(36)}`;
}
