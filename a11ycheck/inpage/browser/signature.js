// A hash of all that makes this frame look and read as it does; "" when a canvas may show anything.
() => {
  const canvas = [...document.querySelectorAll("canvas")].some(({ width, height }) => width * height > 10000);
  if (canvas || !document.documentElement) return "";
  const shadows = [];
  const open = (root) => {
    for (const element of root.querySelectorAll("*"))
      if (element.shadowRoot) {
        shadows.push(element.shadowRoot.innerHTML);
        open(element.shadowRoot);
      }
  };
  open(document);
  const fields = [...document.querySelectorAll("input, select, textarea")].map(
    (field) => `${field.value}${field.checked}${field.disabled}`,
  );
  const media = [...document.querySelectorAll("img, video, audio, iframe")].map(
    (one) => one.currentSrc || new URL(one.src || "", document.baseURI).pathname,
  );
  const styles = [...document.styleSheets].map(({ href }) => href);
  const all = JSON.stringify([document.documentElement.outerHTML, shadows, fields, media, styles, innerWidth, innerHeight]);
  // Two rolling sums of 32 bits: plenty to tell the screens of one package apart.
  let sum = 5381;
  let other = 0;
  for (let at = 0; at < all.length; at++) {
    const code = all.charCodeAt(at);
    sum = (Math.imul(sum, 33) + code) | 0;
    other = (Math.imul(other ^ code, 0x01000193) + at) | 0;
  }
  return `${all.length.toString(36)}${(sum >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
