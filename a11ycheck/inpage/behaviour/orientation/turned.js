// How the texts of this frame are turned in the window as it is now, compared with the look before (`first` begins):
// "turned", the outermost elements that turned by a quarter; "asks", a text that asks to turn the device and stands in
// place of the rest.
// @requires dom, state, text, visibility, words/device_turning
const MOST = 8000; // nodes
const LONGEST = 200; // of a text that asks

export default (first) => {
  const { state } = a11y.state;
  const now = look();
  const before = state.turned;
  if (first || !before) {
    state.turned = now;
    return null;
  }
  delete state.turned;
  return [...turnedElements(now, before), ...askingTexts(now, before)].slice(0, 10);
};

/** Return the angle of each element on the way to a text, how much can be read, and the text that asks to turn. */
function look() {
  const asking = a11y.text.pattern("\\b{words}", { words: a11y.words.device_turning });
  const angles = new Map();
  const seen = { angles, texts: new Set(), letters: 0, asks: null };
  let looked = 0;
  for (const node of document.body ? a11y.dom.nodes(document.body, ":not(*)") : []) {
    if (looked++ >= MOST) break;
    const element = node.nodeType === 3 ? a11y.dom.parent(node, { slots: false }) : null;
    if (!element || !node.data.trim() || element.closest("script, style, noscript, template")) continue;
    if (!a11y.visibility.isRendered(element)) continue;
    seen.texts.add(element);
    angleOf(element, angles);
    const count = node.data.trim().length;
    if (count < LONGEST && asking.test(element.textContent.replace(/\s+/g, " "))) seen.asks ??= element;
    seen.letters += count;
  }
  return seen;
}

function angleOf(element, angles) {
  if (!element) return 0;
  if (!angles.has(element)) angles.set(element, ownAngle(element) + angleOf(a11y.dom.parent(element), angles));
  return angles.get(element);
}

function ownAngle(element) {
  const { transform, rotate } = getComputedStyle(element);
  let angle = 0;
  if (transform !== "none") {
    const { a, b } = new DOMMatrix(transform);
    angle += (Math.atan2(b, a) * 180) / Math.PI;
  }
  const about = /^(?:z |0 0 1 )?(-?[\d.e-]+)deg$/.exec(rotate);
  return angle + (about ? Number(about[1]) : 0);
}

function row(what, element, more) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const text = a11y.text.collapse(element.textContent, 80);
  return { what, mark: a11y.state.mark(element), text, lines: [[left, top, width, height]], ...more };
}

/** Return the outermost elements that turned by a quarter against the look before. */
function turnedElements(now, before) {
  const turn = (element) => Math.abs((((now.angles.get(element) - before.angles.get(element)) % 360) + 360) % 360);
  const isQuarter = (angle) => Math.min(Math.abs(angle - 90), Math.abs(angle - 270)) <= 1;
  const rows = [];
  const told = new Set();
  for (const element of now.texts) {
    if (!before.angles.has(element) || !isQuarter(turn(element))) continue;
    let outermost = element;
    for (let at = a11y.dom.parent(element); at && before.angles.has(at); at = a11y.dom.parent(at)) {
      if (Math.abs(turn(at) - turn(element)) >= 0.1) break;
      outermost = at;
    }
    if (told.has(outermost)) continue;
    told.add(outermost);
    rows.push(row("turned", outermost, { angle: Math.round(turn(element)) }));
  }
  return rows;
}

/** Return a text that asks to turn the device in one direction only, over the rest or in place of it. */
function askingTexts(now, before) {
  const rows = [];
  const looks = [
    { one: now, other: before, where: "now" },
    { one: before, other: now, where: "before" },
  ];
  for (const { one, other, where } of looks) {
    if (!one.asks || one.asks === other.asks) continue;
    const replaces = one.letters < other.letters * 0.4 + 100 && one.letters < other.letters;
    if ((where === "now" && coversWindow(one.asks)) || replaces) rows.push(row("asks", one.asks, { where }));
  }
  return rows;
}

function coversWindow(element) {
  const isLayer = (each) => /^(fixed|absolute)$/.test(getComputedStyle(each).position);
  let layer = element;
  for (let at = element; at && at !== document.body; at = a11y.dom.parent(at)) if (isLayer(at)) layer = at;
  const { width, height } = layer.getBoundingClientRect();
  const isLarge = width * height > innerWidth * innerHeight * 0.7;
  return isLayer(layer) && isLarge && layer !== element.parentElement?.parentElement;
}
