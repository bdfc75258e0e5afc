// Looks at the texts of this frame as they are laid out now. The look "as-found" is kept; a later one, with a name, is
// compared with the earlier ones. Rows tell what is new in it: `what` is "cut" (by a box that nobody can scroll),
// "edge" (by the window), "over" (on top of another text), "wide" (a line longer than what scrolls it) or "scaled" (the
// larger the zoom, the smaller the text). `lines` are the boxes of what is wrong, `sight` those in which letters must
// be seen if anybody is to miss some, in CSS pixels of this frame. No text is read after `most` milliseconds.
// @requires dom, layout, placeholders, state, text, visibility, words/read_more
const MOST = { nodes: 30000, texts: 2500, lines: 30, rows: 12, inBand: 60 };
const BAND = 32; // CSS pixels: texts in one band of this height are compared
const HALF = 0.55; // of the height of a line: less than that can be cut off and still be read
const SVG = "http://www.w3.org/2000/svg";
const SKIPPED = "script, style, noscript, template, textarea, select, option, math, title, desc";
const DIALOGS = "dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog]";
const DATA =
  "table, pre, code, svg, canvas, video, math, map, [role=table], [role=grid], [role=treegrid], [role=toolbar], " +
  "[role=img], [role=tablist], [role=menubar], [role=math]";

export default (name, most) => {
  const { state } = a11y.state;
  const looks = (state.texts ??= new Map());
  state.unrender ??= a11y.placeholders.render();
  const layout = a11y.layout.readLayout();
  const look = { name, layout, deadline: performance.now() + most, most, bounded: false, texts: new Map() };
  if (document.body) readTexts(look);
  const behind = blockingLayer(layout);
  for (const text of look.texts.values()) if (!text.svg) Object.assign(text, loss(layout, text, behind));
  findOverlaps(look);
  looks.set(name, look.texts);
  if (name === "as-found") {
    for (const text of look.texts.values()) text.absent = isAbsent(layout, text);
    state.textScroll = [scrollX, scrollY];
    return { rows: [], bounded: look.bounded };
  }
  return { rows: compare(look, looks), bounded: look.bounded };
};

/** Read each text that can be seen, by its node. */
function readTexts(look) {
  const isRendered = a11y.dom.once((element) => a11y.visibility.isRendered(element));
  const range = document.createRange();
  let looked = 0;
  for (const node of a11y.dom.nodes(document.body, SKIPPED)) {
    const isFull = ++looked > MOST.nodes || look.texts.size >= MOST.texts;
    if (isFull || performance.now() > look.deadline) {
      look.bounded = true;
      return;
    }
    if (node.nodeType !== 3 || node.data.length < 2) continue;
    if (!/[\p{L}\p{N}]\S*[\p{L}\p{N}]/u.test(node.data)) continue;
    const element = a11y.dom.parent(node, { slots: false });
    if (!element || !isRendered(element) || look.layout.isClippedAway(element)) continue;
    if (!element.checkVisibility({ contentVisibilityAuto: true })) {
      look.bounded = true; // a placeholder that stays one
      continue;
    }
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].slice(0, MOST.lines).filter((line) => line.width > 3 && line.height > 4);
    if (!lines.length) continue;
    const letters = node.data.trim().length;
    const svg = element.namespaceURI === SVG;
    look.texts.set(node, { element, lines, height: lines[0].height, letters, svg });
  }
}

/**
 * Return a test of elements that are behind an open dialog, or behind a layer that stays over all of the window: the
 * page there is often kept from scrolling, and nobody is to read it now.
 */
function blockingLayer({ box, isLayered }) {
  const isOpen = (dialog) => a11y.visibility.isRendered(dialog) && box(dialog).height > 20;
  const dialogs = new Set(a11y.dom.roots().flatMap((root) => [...root.querySelectorAll(DIALOGS)].filter(isOpen)));
  const corners = [0.05, 0.95].flatMap((x) => [0.1, 0.9].map((y) => [x, y]));
  // In a shadow root, this is its host.
  const topmost = (/** @type {number[]} */ [x, y]) => document.elementFromPoint(x * innerWidth, y * innerHeight);
  const covered = [[0.5, 0.5], ...corners].every((point) => isLayered(topmost(point)));
  return (element) => {
    if (covered && !isLayered(element)) return true;
    return dialogs.size > 0 && ![...a11y.dom.ancestors(element)].some((each) => dialogs.has(each));
  };
}

/** Return what is lost of a text: `cut` is the box that cuts it off, `edge` says that the window does. */
function loss(layout, { element, lines }, isBehind) {
  const found = lossByBoxes(layout, element, lines);
  return found.edge && isBehind(element) ? {} : found;
}

/** Whether no line of a text can be brought into sight as the page was found: the next card of a row that turns. */
function isAbsent(layout, { element, lines, svg }) {
  if (svg || layout.isLayered(element)) return false;
  const root = document.documentElement;
  const canPan = root.scrollWidth > innerWidth && !isHidden(layout.windowOverflow("overflowX"));
  const right = canPan ? Infinity : innerWidth;
  const scrolling = layout.clippers(element);
  return lines.every((line) => {
    const shown = layout.shown(element, line, scrolling);
    return !shown || shown.right <= 0 || shown.left >= right;
  });
}

function isHidden(overflow) {
  return /^(hidden|clip)$/.test(overflow);
}

function isScrollable(overflow) {
  return /^(auto|scroll)$/.test(overflow);
}

/** Return what boxes around an element cut off, else what the window does. */
function lossByBoxes(layout, element, lines) {
  const open = { x: true, y: true };
  for (const clipper of layout.clippers(element)) {
    const style = layout.style(clipper);
    const box = layout.box(clipper);
    const across = open.x && isHidden(style.overflowX) && style.textOverflow !== "ellipsis";
    const down = open.y && isHidden(style.overflowY) && style.webkitLineClamp === "none";
    if (isScrollable(style.overflowX) && clipper.scrollWidth > clipper.clientWidth) open.x = false;
    if (isScrollable(style.overflowY) && clipper.scrollHeight > clipper.clientHeight) open.y = false;
    if (box.height < 8 || box.width < 8) return { folded: true };
    const bottom = box.bottom - parseFloat(style.borderBottomWidth);
    const lost = lines.filter((line) => {
      const beside = line.left < box.right && line.right > box.left;
      const level = line.top < box.bottom && line.bottom > box.top;
      if (down && beside && line.bottom - bottom > line.height * HALF) return true;
      // Text counts that begins in the left half: what peeks in from the right is the next of a row of cards.
      const isLeft = line.left < (box.left + box.right) / 2;
      return across && level && isLeft && line.right - box.right > line.height * HALF;
    });
    const fillsWindow = box.width > innerWidth * 0.95 && box.height > innerHeight * 0.95;
    if (lost.length) return fillsWindow ? { edge: true, lost } : { cut: clipper, lost };
  }
  return layout.isLayered(element) ? {} : lossByWindow(layout, lines, open);
}

/** Return what the window cuts off, along the axes that are `open`: no box on the way scrolls them. */
function lossByWindow(layout, lines, open) {
  const root = document.documentElement;
  const across = open.x && isHidden(layout.windowOverflow("overflowX"));
  const hasMore = scrollY === 0 && root.scrollHeight > innerHeight;
  const down = open.y && hasMore && isHidden(layout.windowOverflow("overflowY"));
  const lost = lines.filter((line) => {
    const isLeft = line.left < innerWidth / 2 && line.left >= 0 && line.top < innerHeight;
    if (across && isLeft && line.right - innerWidth > line.height * HALF) return true;
    const isInside = line.left < innerWidth && line.right > 0;
    return down && isInside && line.bottom - innerHeight > line.height * HALF;
  });
  return lost.length ? { edge: true, lost } : {};
}

/** Find texts that lie over each other, in the same layer and with nothing drawn between them; note it in both. */
function findOverlaps(look) {
  const tried = new Map();
  for (const band of bands(look.texts)) {
    const texts = [...band];
    if (texts.length > MOST.inBand) continue;
    for (const [n, one] of texts.entries())
      for (const other of texts.slice(n + 1)) {
        if (performance.now() > look.deadline + look.most / 2) look.bounded = true;
        const known = tried.get(one) ?? new Set();
        if (look.bounded || known.has(other)) continue;
        tried.set(one, known.add(other));
        const lines = overlappingLines(look.layout, one, other);
        if (!lines || isSeparated(look.layout, one.element, other.element)) continue;
        (one.over ??= new Map()).set(other.element, lines);
        (other.over ??= new Map()).set(one.element, lines);
      }
  }
}

/** Return the texts in each horizontal band of the page. */
function bands(texts) {
  const found = new Map();
  for (const text of texts.values())
    for (const line of text.svg ? [] : text.lines)
      for (let band = Math.floor(line.top / BAND); band <= Math.floor(line.bottom / BAND); band++)
        found.set(band, (found.get(band) ?? new Set()).add(text));
  return found.values();
}

function overlappingLines(layout, one, other) {
  if (one.element === other.element || one.cut || other.cut || one.folded || other.folded) return null;
  if (layout.isLayered(one.element) !== layout.isLayered(other.element)) return null;
  // What a box has scrolled out of sight lies on nothing, unless the other text scrolls with it.
  const around = layout.clippers(other.element);
  const together = layout.clippers(one.element).filter((clipper) => around.includes(clipper));
  for (const a of one.lines)
    for (const b of other.lines) {
      if (!lieOnEachOther(a, b)) continue;
      const [shownA, shownB] = [layout.shown(one.element, a, together), layout.shown(other.element, b, together)];
      if (shownA && shownB && lieOnEachOther(shownA, shownB)) return [a, b];
    }
  return null;
}

function lieOnEachOther(a, b) {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const lower = Math.min(a.height, b.height);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return high > 0.45 * lower && wide > 0.5 * lower && wide * high > 0.2 * smaller;
}

/** Whether two texts are in layers that take turns, or something is drawn between them. */
function isSeparated(layout, one, other) {
  const joint = commonAncestor(one, other);
  if (!joint || takeTurns(layout, joint.parts)) return true;
  return hasBackground(layout, one, joint.at) || hasBackground(layout, other, joint.at);
}

/** Return the innermost element around both, and its parts that hold them. */
function commonAncestor(one, other) {
  const above = new Map();
  for (let at = one, from = one; at; from = at, at = a11y.dom.parent(at)) above.set(at, from);
  for (let at = other, from = other; at; from = at, at = a11y.dom.parent(at))
    if (above.has(at)) return { at, parts: [above.get(at), from] };
  return null;
}

/** Whether two layers are at one place. */
function takeTurns({ box }, /** @type {Element[]} */ [one, other]) {
  const [a, b] = [box(one), box(other)];
  const isNear = (side) => Math.abs(a[side] - b[side]) < 3;
  return one !== other && a.height > 60 && ["left", "top", "width", "height"].every(isNear);
}

/** Whether a text has a background of its own below this ancestor. */
function hasBackground({ style }, element, ancestor) {
  for (const each of a11y.dom.ancestors(element)) {
    const { backfaceVisibility, transformStyle, transform, backgroundImage, backgroundColor } = style(each);
    // A card with two faces: one of them is turned away.
    const hasFaces = backfaceVisibility === "hidden" || transformStyle === "preserve-3d";
    if (hasFaces || transform.startsWith("matrix3d")) return true;
    if (each === ancestor) return false;
    if (backgroundImage !== "none" || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return true;
  }
  return false;
}

/** Return the rows of what is new in this look. */
function compare(look, looks) {
  const before = looks.get("as-found") ?? new Map();
  const zoomed = looks.get("zoomed") ?? new Map();
  const report = { look: look.name, rows: [], told: new Map() };
  for (const [node, now] of look.texts) {
    const was = before.get(node);
    if (!was || was.absent || now.folded || was.folded) continue;
    const middle = look.name === "narrow" ? zoomed.get(node) : undefined;
    reportLoss(report, now, was, middle);
    reportOverlap(report, now, was, middle);
    if (look.name === "narrow") reportWidth(report, look.layout, now);
  }
  if (look.name === "narrow") reportScaled(report, look.texts, before, zoomed);
  return report.rows;
}

function tell(report, what, element, { lines, sight = lines, ...more }) {
  const told = report.told.get(what) ?? new Set();
  report.told.set(what, told);
  if (told.has(element) || told.size >= MOST.rows) return;
  told.add(element);
  const boxes = (each) => each.slice(0, 12).map(({ left, top, width, height }) => [left, top, width, height]);
  const mark = a11y.state.mark(element);
  const row = { what, at: report.look, mark, text: wordsOf(element), lines: boxes(lines), sight: boxes(sight) };
  report.rows.push({ ...row, ...more });
}

function wordsOf(element) {
  return a11y.text.collapse(element.textContent, 80);
}

function reportLoss(report, now, was, middle) {
  if (was.cut || was.edge) return;
  const isData = Boolean(now.element.closest(DATA));
  const place = () => ({ lines: now.lost, sight: now.lines.filter((line) => !now.lost.includes(line)) });
  if (now.cut && !middle?.cut && !canUnfold(now.cut)) tell(report, "cut", now.element, { ...place(), data: isData });
  if (now.edge && !middle?.edge && !isData) tell(report, "edge", now.element, place());
}

/** Whether a control shows the rest of a box. */
function canUnfold(box) {
  const id = box.id && CSS.escape(box.id);
  if (id && box.getRootNode().querySelector(`[aria-controls~="${id}"]`)) return true;
  const more = a11y.text.pattern("\\b{words}\\b", { words: a11y.words.read_more });
  const controls = (box.parentElement ?? box).querySelectorAll("button, [role=button], summary, a, label");
  const unfolds = (control) => control.hasAttribute("aria-expanded") || more.test(control.textContent.slice(0, 40));
  return [...controls].slice(0, 12).some(unfolds);
}

function reportOverlap(report, now, was, middle) {
  for (const [other, lines] of now.over ?? []) {
    const isOld = was.over?.has(other) || middle?.over?.has(other) || report.told.get("over")?.has(other);
    if (isOld) continue;
    tell(report, "over", now.element, { lines, other: wordsOf(other) });
    return;
  }
}

function reportWidth(report, layout, now) {
  const { element } = now;
  if (now.cut || now.letters <= 20 || element.closest(DATA) || layout.isLayered(element)) return;
  const isScroller = (box) => isScrollable(layout.style(box).overflowX) && box.scrollWidth > box.clientWidth + 4;
  const scroller = layout.clippers(element).find(isScroller);
  const canPan = document.documentElement.scrollWidth > innerWidth + 4 && !isHidden(layout.windowOverflow("overflowX"));
  const room = scroller ? scroller.clientWidth : canPan ? innerWidth : Infinity;
  const lines = now.lines.filter((line) => line.width > room + 4 && line.right + scrollX > 0);
  const slide = () => isOnSlide(layout, element);
  if (lines.length) tell(report, "wide", element, { lines, slide: slide(), room: Math.round(room) });
}

/** Whether most of what is around an element is placed by hand, so that it cannot reflow: a slide. */
function isOnSlide({ box, style }, element) {
  for (const each of a11y.dom.ancestors(element)) {
    if (each === document.body) return false;
    const { width, height } = box(each);
    if (width < 480 || height < 270 || each.childElementCount < 3) continue;
    const placed = [...each.children].filter((child) => style(child).position === "absolute").length;
    if (placed * 2 > each.childElementCount) return true;
  }
  return false;
}

/** Report texts that get smaller as the page is zoomed; drawn ones where they are most of what can be read. */
function reportScaled(report, texts, before, zoomed) {
  const letters = { all: 0, drawn: 0, small: 0 };
  let first = null;
  for (const [node, now] of texts) {
    const was = before.get(node);
    const middle = zoomed.get(node);
    if (!was || !middle || now.letters < 3) continue;
    letters.all += now.letters;
    if (now.svg) letters.drawn += now.letters;
    // At 400 % the window is a quarter as wide: a text at less than half its height never gets twice as large.
    if (now.height >= was.height * 0.48 || middle.height >= was.height * 0.95) continue;
    letters.small += now.letters;
    if (!first || now.letters > first.now.letters) first = { now, was };
  }
  if (!first) return;
  // A slide that an authoring tool drew, and no chart.
  const isChart = first.now.svg && (letters.drawn < 100 || letters.drawn < letters.all * 0.6);
  if (isChart) return;
  const share = Math.round((100 * letters.small) / letters.all);
  const { element, lines } = first.now;
  tell(report, "scaled", element, { lines, share, from: Math.round(first.was.height) });
}
