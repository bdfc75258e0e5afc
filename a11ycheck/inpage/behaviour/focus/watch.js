// Begins to note where the focus goes in this frame, how each place that can have it looks without it, and where its
// scrollers are. With `null`, ends that and puts the focus and the scrollers back. No event of the page is touched.
// @requires dom, state, styles
const STOPS =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex], [contenteditable]";

export default (most) => {
  const { state } = a11y.state;
  if (state.focus) {
    state.focus.ending.abort();
    for (const [element, [x, y]] of state.focus.scrolled) element.scrollTo({ left: x, top: y, behavior: "instant" });
    if (most === null) state.focus.first?.focus({ preventScroll: true });
    delete state.focus;
  }
  if (most === null) return { sticky: false };
  const { log, ending } = logFocus();
  const first = focusedPlace();
  state.focus = { log, ending, first, ...readStops(first, most), places: new Map() };
  const page = document.scrollingElement;
  return { sticky: stays() && page && page.scrollHeight > innerHeight + 50 };
};

function logFocus() {
  const log = [];
  const ending = new AbortController();
  const listen = (type, note) =>
    addEventListener(type, (event) => note(event, event.composedPath()[0]), {
      capture: true,
      passive: true,
      signal: ending.signal,
    });
  listen("focus", (_, target) => target instanceof Element && log.push({ in: target }));
  listen("blur", (event, target) => target instanceof Element && !event.relatedTarget && log.push({ out: true }));
  return { log, ending };
}

function focusedPlace() {
  const active = a11y.dom.activeElement();
  const isNone = active === document.body || active === document.documentElement;
  return isNone || /^i?frame$/i.test(active?.localName ?? "") ? null : active;
}

/** Return how each stop looks, and where what scrolls around it is. */
function readStops(first, most) {
  const looks = new Map();
  const scrolled = new Map([[document.scrollingElement ?? document.documentElement, [scrollX, scrollY]]]);
  const passed = new Set();
  for (const stop of a11y.dom.all(STOPS)) {
    if (looks.size >= most) break;
    if (stop.checkVisibility?.() && stop !== first) looks.set(stop, a11y.styles.read(stop));
    for (let at = stop.parentElement; at && !passed.has(at); at = at.parentElement) {
      passed.add(at);
      const scrolls = at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth;
      if (scrolls) scrolled.set(at, [at.scrollLeft, at.scrollTop]);
    }
  }
  return { looks, scrolled };
}

/** Whether something stays at an edge of the window while the page scrolls below it. */
function stays() {
  const rows = [4, 30, 80, innerHeight - 4, innerHeight - 40];
  const points = rows.flatMap((y) => [0.1, 0.5, 0.9].map((x) => [x * innerWidth, y]));
  return points.some(([x, y]) => {
    const hit = a11y.dom.elementAt(x, y);
    return [...a11y.dom.ancestors(hit)].some((each) => /fixed|sticky/.test(getComputedStyle(each).position));
  });
}
