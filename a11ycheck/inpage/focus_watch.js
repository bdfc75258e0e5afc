// Begins to note where the focus goes in this frame, how each place that can have it looks without it, and where its
// scrollers stand. `null` ends that and puts focus and scrollers back. No event of the page is touched.
(most) => {
  const old = globalThis.a11ycheckFocus;
  if (old) {
    old.ending.abort();
    for (const [one, [x, y]] of old.scrolled) one.scrollTo({ left: x, top: y, behavior: "instant" });
    if (most === null) old.first?.focus({ preventScroll: true });
    delete globalThis.a11ycheckFocus;
  }
  if (most === null) return { sticky: false };
  const STOPS = "a[href], area[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex], [contenteditable]";
  const SELF = ["outlineStyle", "outlineWidth", "outlineColor", "outlineOffset", "boxShadow", "backgroundColor", "backgroundImage", "color", "textDecorationLine", "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth", "borderTopColor", "borderRightColor", "borderBottomColor", "borderLeftColor", "borderBottomStyle", "opacity", "visibility", "display", "transform", "filter", "fontWeight", "fontSize", "width", "height", "clipPath", "left", "top", "fill", "stroke", "content"];
  const parts = (one) => [one, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling, one.previousElementSibling, ...(one.labels ?? []), ...[...one.children].slice(0, 4)];
  const look = (one) => {
    const found = [];
    parts(one).forEach((part, n) => {
      if (!part || part === document.body || part === document.documentElement) return found.push(null, null, null);
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(part, pseudo);
        if (pseudo && (style.content === "none" || style.content === "normal")) found.push(null);
        else found.push(SELF.map((name) => style[name]));
      }
    });
    return found;
  };
  const log = [];
  const ending = new AbortController();
  const listen = (type, note) => addEventListener(type, (event) => note(event, event.composedPath()[0]), { capture: true, passive: true, signal: ending.signal });
  listen("focus", (event, target) => target instanceof Element && log.push({ in: target }));
  listen("blur", (event, target) => target instanceof Element && !event.relatedTarget && log.push({ out: true }));
  const looks = new Map();
  const scrolled = new Map([[document.scrollingElement ?? document.documentElement, [scrollX, scrollY]]]);
  const passed = new Set();
  let first = document.activeElement;
  while (first?.shadowRoot?.activeElement) first = first.shadowRoot.activeElement;
  if (first === document.body || first === document.documentElement || /^i?frame$/i.test(first?.localName ?? "")) first = null;
  const read = (root) => {
    for (const one of root.querySelectorAll(STOPS)) {
      if (looks.size >= most) return;
      if (one.checkVisibility?.() && one !== first) looks.set(one, look(one));
      for (let at = one.parentElement; at && !passed.has(at); at = at.parentElement) {
        passed.add(at);
        if (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth) scrolled.set(at, [at.scrollLeft, at.scrollTop]);
      }
    }
    for (const one of root.querySelectorAll("*")) if (one.shadowRoot) read(one.shadowRoot);
  };
  read(document);
  globalThis.a11ycheckFocus = { log, ending, looks, look, SELF, scrolled, first, places: new Map() };
  // Whether something stays at an edge of the window while the page scrolls below it.
  const page = document.scrollingElement;
  const edges = [4, 30, 80, innerHeight - 4, innerHeight - 40].flatMap((y) => [0.1, 0.5, 0.9].map((x) => [x * innerWidth, y]));
  const stays = edges.some(([x, y]) => {
    let at = document.elementFromPoint(x, y);
    for (let deeper; (deeper = at?.shadowRoot?.elementFromPoint(x, y)) && deeper !== at; ) at = deeper;
    for (; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
    return false;
  });
  return { sticky: stays && page && page.scrollHeight > innerHeight + 50 };
}
