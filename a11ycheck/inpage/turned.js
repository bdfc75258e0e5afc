// How the texts of this frame are turned in the window as it is now, held against the look before (`first` begins):
// `turned`, the outermost elements that turned by a quarter; `asks`, a text that asks to turn the device and stands in
// place of the rest; `letters`, how much can be read.
(first) => {
  const LOOK = 8000; // nodes
  const ASKS = /\b((rotate|turn|tilt|flip) (your|the) (device|phone|mobile|tablet|screen|ipad)|(use|switch to|view in|only (works|available) in) (landscape|portrait)|draai (je|uw|het|de|jouw) (apparaat|toestel|telefoon|mobiel|tablet|scherm|ipad)|kantel (je|uw|het|de) (apparaat|toestel|telefoon|tablet|scherm)|(dreh|drehe|drehen) (sie )?(bitte )?(dein|ihr|das)\S* (gerät|handy|smartphone|telefon|tablet)|(tournez|pivotez|retournez|orientez|faites pivoter) (votre|l['’]|le|la) ?(appareil|téléphone|tablette|écran|mobile))/i;
  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const angles = new Map();
  const own = (element) => {
    const { transform, rotate } = getComputedStyle(element);
    let angle = 0;
    if (transform !== "none") {
      const { a, b } = new DOMMatrix(transform);
      angle += (Math.atan2(b, a) * 180) / Math.PI;
    }
    const about = /^(?:z |0 0 1 )?(-?[\d.e-]+)deg$/.exec(rotate);
    return angle + (about ? Number(about[1]) : 0);
  };
  const angle = (element) => {
    if (!element) return 0;
    if (!angles.has(element)) angles.set(element, own(element) + angle(parent(element)));
    return angles.get(element);
  };
  const texts = new Map();
  let letters = 0;
  let asks = null;
  let looked = 0;
  const read = (top) => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && looked < LOOK; node = walker.nextNode(), looked++) {
      if (node.nodeType === 1) {
        if (node.shadowRoot) read(node.shadowRoot);
        continue;
      }
      const element = node.parentElement ?? node.getRootNode().host;
      if (!element || !node.data.trim() || element.closest("script, style, noscript, template")) continue;
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      texts.set(element, angle(element));
      const count = node.data.trim().length;
      if (count < 200 && ASKS.test(element.textContent.replace(/\s+/g, " "))) asks ??= element;
      letters += count;
    }
  };
  if (document.body) read(document.body);
  const now = { angles, texts, letters, asks };
  const before = globalThis.a11ycheckTurned;
  if (first || !before) {
    globalThis.a11ycheckTurned = now;
    return null;
  }
  delete globalThis.a11ycheckTurned;
  const rows = [];
  const row = (what, element, more) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    rows.push({ what, mark: globalThis.a11ycheckMark(element), text: element.textContent.replace(/\s+/g, " ").trim().slice(0, 80), lines: [[left, top, width, height]], ...more });
  };
  const told = new Set();
  const step = (element) => Math.abs((((angles.get(element) - before.angles.get(element)) % 360) + 360) % 360);
  for (const element of texts.keys()) {
    if (!before.angles.has(element) || Math.min(Math.abs(step(element) - 90), Math.abs(step(element) - 270)) > 1) continue;
    let by = element;
    for (let at = parent(element); at && before.angles.has(at) && Math.abs(step(at) - step(element)) < 0.1; at = parent(at)) by = at;
    if (told.has(by)) continue;
    told.add(by);
    row("turned", by, { angle: Math.round(step(element)) });
  }
  for (const [one, other, where] of [[now, before, "now"], [before, now, "before"]]) {
    if (!one.asks || one.asks === other.asks) continue;
    // It stands over the rest, or in place of it.
    let layer = one.asks;
    for (let at = one.asks; at && at !== document.body; at = parent(at)) if (/^(fixed|absolute)$/.test(getComputedStyle(at).position)) layer = at;
    const size = layer.getBoundingClientRect();
    const covers = where === "now" && layer !== one.asks.parentElement?.parentElement && size.width * size.height > innerWidth * innerHeight * 0.7 && /^(fixed|absolute)$/.test(getComputedStyle(layer).position);
    if (covers || one.letters < other.letters * 0.4 + 100 && one.letters < other.letters) row("asks", one.asks, { where });
  }
  return rows.slice(0, 10);
}
