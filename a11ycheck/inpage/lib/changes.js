// @requires dom, names, pressing, state, text, timing, visibility
// What changed in a frame since a moment that was remembered.

const MOST = 20000;
const MOST_FRESH = 200;
const UNSEEN = /^(html|head|body|script|style|template|option|path|g|use)$/;

/** Elements whose changes are announced. */
export const LIVE =
  "[role=status], [role=alert], [role=log], [role=alertdialog], [role=progressbar], [role=timer], " +
  "[aria-live]:not([aria-live=off]), output";

/**
 * Remember how the frame is now. `control` is what is about to be pressed.
 * @param {Element | undefined} control
 */
export function remember(control) {
  const { accessibleStates, label } = describe(control);
  a11y.state.state.remembered = {
    texts: new Map(visibleElements().map((element) => [element, ownText(element)])),
    live: liveTexts(),
    url: location.href,
    control,
    label,
    states: accessibleStates,
  };
}

/** Return what a control says of itself, to find out later whether that changed. */
export function describe(control) {
  return {
    label: control ? a11y.names.visibleName(control) : "",
    accessibleStates: control ? a11y.pressing.announcedStates(control) : [],
  };
}

/**
 * Compare with what was remembered: `outer` are the outermost elements that appeared (kept as `fresh` for those who
 * judge them), `changed` are elements whose own text changed, `gone` counts those that disappeared.
 * @returns {{ outer: any[], changed: any[], gone: number }}
 */
export function compare() {
  const { texts } = a11y.state.state.remembered;
  const now = visibleElements();
  const visible = new Set(now);
  const appeared = new Set(now.filter((element) => !texts.has(element)));
  const outer = [...appeared].filter((element) => !isInside(element, appeared));
  const changed = now.filter((each) => texts.has(each) && ownText(each) && ownText(each) !== texts.get(each));
  a11y.state.state.fresh = outer.slice(0, MOST_FRESH);
  const isGone = (each) => !visible.has(each) && (!each.isConnected || !a11y.visibility.isVisible(each));
  return { outer, changed, gone: [...texts.keys()].filter(isGone).length };
}

function isInside(element, others) {
  const first = element.parentNode ?? element.host;
  for (let at = first; at; at = at.parentNode ?? at.host) if (others.has(at)) return true;
  return false;
}

/** Whether something that appeared can still be seen. */
export function isFreshVisible() {
  const isInWindow = windowTest();
  return (a11y.state.state.fresh ?? []).some((element) => {
    const box = element.isConnected && a11y.visibility.visibleBox(element);
    return box && isInWindow(box);
  });
}

/** Return the texts of all live regions. */
export function liveTexts() {
  const texts = a11y.dom.all(LIVE).map((region) => a11y.text.collapse(region.textContent));
  return texts.filter(Boolean);
}

function visibleElements() {
  const known = new Map();
  const isInWindow = windowTest();
  const elements = a11y.dom.all("*").slice(0, MOST);
  return elements.filter((element) => {
    const box = UNSEEN.test(element.localName) ? null : a11y.visibility.visibleBox(element, known);
    return box && isInWindow(box);
  });
}

/** Return a test of boxes that leaves out what is moved out of the window to the left or right, as drawers are. */
function windowTest() {
  const scrolls = document.scrollingElement?.scrollWidth > innerWidth + 2;
  const [top, right] = [-scrollY, scrolls ? Infinity : innerWidth];
  return (box) => box.right > 0 && box.bottom > top && box.left < right;
}

function ownText(element) {
  const texts = [...element.childNodes].filter((node) => node.nodeType === 3);
  return a11y.text.collapse(texts.map((node) => node.data).join(" "));
}

/**
 * Resolve after `quiet` milliseconds without a change in the document, and when animations that end have ended; after
 * `most` milliseconds in any case.
 */
export async function settle(quiet, most) {
  const deadline = performance.now() + most;
  await quietDocument(quiet, most);
  const isRunning = ({ playState, effect }) =>
    playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime);
  let calm = false;
  while (!calm && performance.now() < deadline) {
    calm = !(document.getAnimations?.() ?? []).some(isRunning);
    if (!calm) await a11y.timing.pause(50);
  }
}

function quietDocument(quiet, most) {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve(undefined);
    };
    let timer = setTimeout(done, quiet);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, quiet);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(done, most);
  });
}
