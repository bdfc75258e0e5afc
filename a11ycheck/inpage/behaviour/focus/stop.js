// Where the focus is in this frame, through open shadow roots, and all that can be seen of it now. `settle` waits until
// the page is drawn, and for what it puts off for a moment. `number` names the stop, to scroll back to it.
//
// `at` is null when nothing has the focus. `via` are the places that had it since the last time, `out` tells that it
// went to nothing in this document meanwhile. Needs focus/watch.js.
// @requires dom, layers, layout, colours, state, styles, text, timing, words/skip_links
const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";

export default async (settle, number) => {
  if (settle) await drawnAndCalm();
  const { state, mark } = a11y.state;
  const notes = state.focus ? state.focus.log.splice(0) : [];
  const passed = notes.filter((note) => note.in).map((note) => note.in);
  const reading = {
    via: passed.map((element) => ({ mark: mark(element), html: element.outerHTML.slice(0, 120) })),
    out: notes.some((note) => note.out),
    scroll: [scrollX, scrollY],
    at: null,
  };
  const element = a11y.dom.activeElement();
  if (!element || element === document.body || element === document.documentElement) return reading;
  keepScrolling(element, number);
  return { ...reading, at: describe(element) };
};

/** Resolve 20 milliseconds after the next frame; after 250 in any case. */
function drawnAndCalm() {
  const drawn = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
  return Promise.race([drawn, a11y.timing.pause(250)]);
}

/** Note where all that scrolls is now. */
function keepScrolling(element, number) {
  const places = [];
  for (const each of a11y.dom.ancestors(element))
    if (each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth)
      places.push([each, each.scrollLeft, each.scrollTop]);
  places.push([document.scrollingElement ?? document.documentElement, scrollX, scrollY]);
  a11y.state.state.focus?.places.set(number, places);
}

function describe(element) {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const visible = visiblePart(element, style, box);
  const { covered, layer, points } = coverage(element, visible);
  const name = element.getAttribute("aria-label") || element.innerText || element.value || element.title;
  return {
    mark: a11y.state.mark(element),
    html: element.outerHTML.slice(0, 120),
    name: a11y.text.collapse((name || element.localName).toString()).slice(0, 40),
    tag: element.localName,
    many: hasInnerStops(element),
    alike: likeness(element),
    tabindex: element.tabIndex,
    skip: isSkipLink(element),
    dialog: Boolean(element.closest(DIALOGS)),
    moves: parseFloat(style.transitionDuration) > 0 || style.animationName !== "none",
    box: round(box.x, box.y, box.width, box.height),
    place: round(box.x + scrollX, box.y + scrollY),
    seen: visible.seen,
    change: changeByFocus(element, style, visible.seen),
    covered: points.length ? covered / points.length : 0,
    layer: layer ? layer.outerHTML.slice(0, 80) : "",
    points: points.map(([x, y]) => round(x, y)),
    ...frameInside(element, style, box),
  };
}

function round(...values) {
  return values.map((value) => Math.round(value * 10) / 10);
}

/** Whether the browser itself has several stops inside one element. */
function hasInnerStops(element) {
  if (/^(audio|video|embed|object)$/i.test(element.localName)) return true;
  return /^input$/i.test(element.localName) && /^(date|datetime-local|month|week|time|file)$/i.test(element.type);
}

/** Return a text that is equal for elements that are made alike. */
function likeness(element) {
  const classes = (each) => [...(each?.classList ?? [])].sort().join(".");
  const attributes = [element.getAttribute("role"), element.getAttribute("type")];
  return [element.localName, ...attributes, classes(element), classes(element.parentElement)].join("|");
}

function isSkipLink(element) {
  if (element.localName !== "a" || !/^#./.test(element.getAttribute("href") ?? "")) return false;
  const phrases = a11y.text.pattern("^{toContent}|^{anywhere}", a11y.words.skip_links);
  return phrases.test((element.getAttribute("aria-label") || element.textContent).trim());
}

/** Return where the inside of a frame begins, and ten times its scale. */
function frameInside(element, style, box) {
  const frame = /^i?frame$/i.test(element.localName);
  if (!frame) return { frame, inner: null };
  const scaleX = element.offsetWidth ? box.width / element.offsetWidth : 1;
  const scaleY = element.offsetHeight ? box.height / element.offsetHeight : 1;
  const x = box.x + (element.clientLeft + parseFloat(style.paddingLeft)) * scaleX;
  const y = box.y + (element.clientTop + parseFloat(style.paddingTop)) * scaleY;
  return { frame, inner: round(x, y, scaleX * 10, scaleY * 10) };
}

/** Return what is left of the box of an element: what is around it cuts off or the window does not show is gone. */
function visiblePart(element, style, box) {
  const layout = a11y.layout.readLayout();
  let opacity = 1;
  for (const each of a11y.dom.ancestors(element)) opacity *= Number(layout.style(each).opacity);
  const uncut = layout.isClippedAway(element) ? null : layout.shown(element, box);
  const part = uncut ?? { left: box.left, top: box.top, right: box.left, bottom: box.top };
  const inWindow = {
    left: Math.max(part.left, 0),
    top: Math.max(part.top, 0),
    right: Math.min(part.right, innerWidth),
    bottom: Math.min(part.bottom, innerHeight),
  };
  const isEmpty = ({ left, top, right, bottom }) => right - left < 2 || bottom - top < 2;
  let seen = "yes";
  if (opacity < 0.1) seen = "transparent";
  else if (style.visibility !== "visible" || !element.getClientRects().length) seen = "hidden";
  else if (box.width <= 2 || box.height <= 2) seen = "small";
  else if (isEmpty(part)) seen = "clipped";
  else if (isEmpty(inWindow)) seen = "outside";
  return { ...inWindow, seen };
}

/** Return points on an element, how many of them a fixed or sticky layer covers, and that layer. */
function coverage(element, { left, top, right, bottom, seen }) {
  if (seen !== "yes") return { covered: 0, layer: null, points: [] };
  const columns = [0.04, 0.27, 0.5, 0.73, 0.96].map((x) => left + (right - left) * x);
  const points = columns.flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, top + (bottom - top) * y]));
  const layerAt = (/** @type {number[]} */ [x, y]) => {
    const hit = a11y.dom.elementAt(x, y);
    if (!hit || a11y.dom.contains(element, hit) || a11y.dom.contains(hit, element)) return null;
    const layer = a11y.layers.stayingLayer(hit);
    return layer?.opaque && !a11y.dom.contains(layer.element, element) ? layer.element : null;
  };
  // On a page of 50,000 elements each question costs: where the middle is free, no more are asked.
  const layer = layerAt(points[7]);
  return { covered: layer ? points.filter(layerAt).length : 0, layer, points };
}

/** Return what the focus changes in how an element looks: "none", "weak", "strong", "caret" or "unknown". */
function changeByFocus(element, style, seen) {
  const before = a11y.state.state.focus?.looks.get(element);
  let change = before ? styleChange(element, before, seen) : "unknown";
  const isAuto = style.outlineStyle === "auto" && element.matches(":focus-visible");
  if (!before && seen === "yes" && isAuto) change = "strong";
  const hasCaret = seen === "yes" && isText(element) && a11y.colours.parse(style.caretColor)?.[3] !== 0;
  return change !== "strong" && hasCaret ? "caret" : change;
}

/** Whether a caret blinks in an element, and so shows where the focus is. */
function isText(element) {
  if (element.readOnly) return false;
  if (element.isContentEditable || /^textarea$/i.test(element.localName)) return true;
  const noText = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/i;
  return /^input$/i.test(element.localName) && !noText.test(element.type);
}

function styleChange(element, before, seen) {
  const now = a11y.styles.read(element);
  const backgrounds = {
    behind: a11y.colours.backdrop(a11y.dom.parent(element)),
    own: a11y.colours.backdrop(element),
    hasText: element.textContent.trim() !== "",
  };
  let change = "none";
  for (const [n, was] of before.entries()) {
    const is = now[n];
    if (!was && !is) continue;
    const isSelf = n < 3;
    if (!was || !is) change = "weak";
    else if (was.some((value, p) => value !== is[p])) {
      if ((seen === "yes" || !isSelf) && isStrongChange(was, is, backgrounds)) return "strong";
      change = "weak";
    }
  }
  return change;
}

/** Whether a change of style is one that people see. */
function isStrongChange(was, is, { behind, own, hasText }) {
  const value = (look, name) => look[a11y.styles.PROPERTIES.indexOf(name)];
  const colour = (look, name) => a11y.colours.parse(value(look, name));
  const differs = (name) => value(was, name) !== value(is, name);
  const { differ } = a11y.colours;
  const isGone = value(is, "display") === "none" || value(is, "visibility") === "hidden";
  if (isGone || Number(value(is, "opacity")) < 0.1) return false;
  const hasOutline = value(is, "outlineStyle") !== "none" && parseFloat(value(is, "outlineWidth")) >= 1;
  if (hasOutline && ["outlineStyle", "outlineWidth", "outlineColor"].some(differs)) {
    const ground = parseFloat(value(is, "outlineOffset")) < 0 ? own : behind;
    if (value(is, "outlineStyle") === "auto" || differ(colour(is, "outlineColor"), [...ground, 1], ground)) return true;
  }
  const hasShadow = differs("boxShadow") && value(is, "boxShadow") !== "none";
  if (hasShadow && differ(colour(is, "boxShadow"), [...behind, 1], behind)) return true;
  const differsOn = (name, ground) => differs(name) && differ(colour(was, name), colour(is, name), ground);
  if (differsOn("backgroundColor", behind)) return true;
  if (hasText && (differsOn("color", own) || differs("textDecorationLine"))) return true;
  return ["Top", "Right", "Bottom", "Left"].some((side) => {
    if (!parseFloat(value(is, `border${side}Width`))) return false;
    return differs(`border${side}Width`) || differsOn(`border${side}Color`, behind);
  });
}
