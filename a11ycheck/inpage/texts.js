// Looks at the texts of this frame as they stand now. The look "as-found" is kept; a later one, by its own name, is
// held against the earlier ones, and rows tell what is new in it: `what` is "cut" (by a box that nobody can scroll),
// "edge" (by the window), "over" (on top of another text), "wide" (a line longer than what scrolls it), "scaled" (the
// larger the zoom, the smaller the text). `lines` are the boxes of what is wrong,
// `sight` those in which letters must be seen if anybody is to miss some, in this frame's pixels.
(look, most) => {
  const LOOK = 30000; // nodes
  const TEXTS = 2500;
  const LINES = 30; // of one text
  const ROWS = 12; // of one kind
  const started = performance.now();
  const looks = (globalThis.a11ycheckTexts ??= new Map());
  let bounded = false;
  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const styles = new Map();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const boxes = new Map();
  const box = (element) => boxes.get(element) ?? boxes.set(element, element.getBoundingClientRect()).get(element);
  const root = document.documentElement;
  const rootStyle = (axis) => {
    const own = style(root)[axis];
    return own === "visible" && document.body ? style(document.body)[axis] : own;
  };
  // The window takes the body's overflow over, unless the root has its own.
  const bodyClips = style(root).overflowX !== "visible" || style(root).overflowY !== "visible";
  // Across, text counts that begins in the left half: what peeks in from the right is the next of a row of cards.
  // What may cut off or scroll what is in an element, from the inside out. `abs`: only what it is positioned in counts.
  const chains = [new Map(), new Map()];
  const chain = (element, abs) => {
    const known = chains[abs];
    if (known.has(element)) return known.get(element);
    let list = [];
    if (element && element !== root && (element !== document.body || bodyClips)) {
      const its = style(element);
      const holds = !abs || its.position !== "static" || its.transform !== "none";
      const fixed = its.position === "fixed";
      const next = fixed ? [] : chain(parent(element), its.position === "absolute" || !holds ? 1 : 0);
      const clips = holds && !/^(inline|contents)$/.test(its.display) && (its.overflowX !== "visible" || its.overflowY !== "visible");
      list = clips ? [element, ...next] : next;
    }
    known.set(element, list);
    return list;
  };
  const lies = new Map(); // in a layer that stays when the page scrolls
  const layered = (element) => {
    if (!element || element === root) return false;
    if (!lies.has(element)) lies.set(element, /^(fixed|sticky)$/.test(style(element).position) || layered(parent(element)));
    return lies.get(element);
  };
  const away = new Map(); // clipped to nothing: said to screen readers alone
  const unseen = (element) => {
    if (!element || element === root) return false;
    if (!away.has(element)) {
      const { position, clip, clipPath } = style(element);
      const gone = /^(absolute|fixed)$/.test(position) && /^rect\(([01]px,? ?){4}\)$/.test(clip);
      away.set(element, gone || /^inset\((50|100)%/.test(clipPath) || unseen(parent(element)));
    }
    return away.get(element);
  };
  const MORE = /(^|\b)(more|meer|mehr|plus|expand|uitklappen|show|toon|lees)\b/i;
  const folded = (element) => {
    const id = element.id && CSS.escape(element.id);
    if (id && element.getRootNode().querySelector(`[aria-controls~="${id}"]`)) return true;
    const near = element.parentElement ?? element;
    return [...near.querySelectorAll("button, [role=button], summary, a, label")].slice(0, 12).some((one) => one.hasAttribute("aria-expanded") || MORE.test(one.textContent.slice(0, 40)));
  };
  // While a dialog is open, the page behind it is often kept from scrolling: nobody is to read there now.
  const roots = [document];
  for (const one of roots) for (const host of one.querySelectorAll("*")) if (host.shadowRoot) roots.push(host.shadowRoot);
  const dialogs = roots.flatMap((one) => [...one.querySelectorAll("dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog]")]).filter((one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && box(one).height > 20);
  // A layer that stays lies over all of the window: the page below it does not scroll either, whatever its role.
  const topmost = (x, y) => document.elementFromPoint(x * innerWidth, y * innerHeight); // in a shadow root: its host
  const covered = [[0.5, 0.5], [0.05, 0.1], [0.95, 0.1], [0.05, 0.9], [0.95, 0.9]].every(([x, y]) => layered(topmost(x, y)));
  const behind = (element) => {
    if (covered && !layered(element)) return true;
    if (!dialogs.length) return false;
    for (let at = element; at; at = parent(at)) if (dialogs.includes(at)) return false;
    return true;
  };
  const HALF = 0.55;
  const state = (element, lines) => {
    const found = lost_here(element, lines);
    return found.edge && behind(element) ? {} : found;
  };
  const lost_here = (element, lines) => {
    let openX = true;
    let openY = true;
    for (const by of chain(element, 0)) {
      const its = style(by);
      const at = box(by);
      const across = openX && /^(hidden|clip)$/.test(its.overflowX) && its.textOverflow !== "ellipsis";
      const down = openY && /^(hidden|clip)$/.test(its.overflowY) && its.webkitLineClamp === "none";
      if (/^(auto|scroll)$/.test(its.overflowX) && by.scrollWidth > by.clientWidth) openX = false;
      if (/^(auto|scroll)$/.test(its.overflowY) && by.scrollHeight > by.clientHeight) openY = false;
      if (at.height < 8 || at.width < 8) return { folded: true };
      const bottom = at.bottom - parseFloat(its.borderBottomWidth);
      const lost = lines.filter((line) => {
        const beside = line.left < at.right && line.right > at.left;
        const level = line.top < at.bottom && line.bottom > at.top;
        if (down && beside && line.bottom - bottom > line.height * HALF) return true;
        return across && level && line.left < (at.left + at.right) / 2 && line.right - at.right > line.height * HALF;
      });
      if (lost.length) return at.width > innerWidth * 0.95 && at.height > innerHeight * 0.95 ? { edge: true, lost } : { cut: by, lost };
    }
    if (layered(element)) return {};
    const lost = lines.filter((line) => {
      if (openX && /^(hidden|clip)$/.test(rootStyle("overflowX")) && line.left < innerWidth / 2 && line.left >= 0 && line.right - innerWidth > line.height * HALF && line.top < innerHeight) return true;
      return openY && /^(hidden|clip)$/.test(rootStyle("overflowY")) && scrollY === 0 && root.scrollHeight > innerHeight && line.bottom - innerHeight > line.height * HALF && line.left < innerWidth && line.right > 0;
    });
    return lost.length ? { edge: true, lost } : {};
  };
  // Each text that can be seen, by its node.
  const texts = new Map();
  const seen = new Map();
  const SVG = "http://www.w3.org/2000/svg";
  const SKIP = /^(script|style|noscript|template|textarea|select|option|math|title|desc)$/;
  const range = document.createRange();
  let looked = 0;
  const read = (top) => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === 1 && SKIP.test(node.localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (++looked > LOOK || texts.size >= TEXTS || performance.now() - started > most) return void (bounded = true);
      if (node.nodeType === 1) {
        if (node.shadowRoot) read(node.shadowRoot);
        continue;
      }
      if (node.data.length < 2 || !/[\p{L}\p{N}]\S*[\p{L}\p{N}]/u.test(node.data)) continue;
      const element = node.parentElement ?? node.getRootNode().host;
      if (!element) continue;
      if (!seen.has(element)) seen.set(element, element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }));
      if (!seen.get(element) || unseen(element)) continue;
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].slice(0, LINES).filter((line) => line.width > 3 && line.height > 4);
      if (!lines.length) continue;
      texts.set(node, { element, lines, height: lines[0].height, letters: node.data.trim().length, svg: element.namespaceURI === SVG });
    }
  };
  if (document.body) read(document.body);
  for (const one of texts.values()) if (!one.svg) Object.assign(one, state(one.element, one.lines));
  // Texts that lie over each other, in the same layer and with nothing drawn between them.
  const drawn = (element, stop) => {
    for (let at = element; at; at = parent(at)) {
      const its = style(at);
      // A card with two faces: one of them is turned away.
      if (its.backfaceVisibility === "hidden" || its.transformStyle === "preserve-3d" || its.transform.startsWith("matrix3d")) return true;
      if (at === stop) return false;
      if (its.backgroundImage !== "none" || !/^(transparent|rgba\(.*, 0\))$/.test(its.backgroundColor)) return true;
    }
    return false;
  };
  const joint = (one, other) => {
    const above = new Map();
    for (let at = one, from = one; at; from = at, at = parent(at)) above.set(at, from);
    for (let at = other, from = other; at; from = at, at = parent(at)) if (above.has(at)) return { at, parts: [above.get(at), from] };
    return null;
  };
  // Two layers in one place take turns.
  const stacked = ([one, other]) => {
    const [a, b] = [box(one), box(other)];
    const near = (side) => Math.abs(a[side] - b[side]) < 3;
    return one !== other && a.height > 60 && near("left") && near("top") && near("width") && near("height");
  };
  const over = (one, other) => {
    if (one.element === other.element || one.cut || other.cut || one.folded || other.folded || layered(one.element) !== layered(other.element)) return null;
    for (const a of one.lines)
      for (const b of other.lines) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (high > 0.45 * Math.min(a.height, b.height) && wide > 0.5 * Math.min(a.height, b.height) && wide * high > 0.2 * Math.min(a.width * a.height, b.width * b.height)) return [a, b];
      }
    return null;
  };
  const rows = new Map();
  for (const one of texts.values())
    for (const line of one.svg ? [] : one.lines)
      for (let row = Math.floor(line.top / 32); row <= Math.floor(line.bottom / 32); row++) (rows.get(row) ?? rows.set(row, new Set()).get(row)).add(one);
  const tried = new Map();
  for (const together of rows.values()) {
    const list = [...together];
    if (list.length > 60) continue;
    for (let n = 0; n < list.length; n++)
      for (let m = n + 1; m < list.length; m++) {
        if (performance.now() - started > most * 1.5) bounded = true;
        if (bounded || tried.get(list[n])?.has(list[m])) continue;
        (tried.get(list[n]) ?? tried.set(list[n], new Set()).get(list[n])).add(list[m]);
        const where = over(list[n], list[m]);
        if (!where) continue;
        const stop = joint(list[n].element, list[m].element);
        if (!stop || stacked(stop.parts) || drawn(list[n].element, stop.at) || drawn(list[m].element, stop.at)) continue;
        (list[n].over ??= new Map()).set(list[m].element, where);
        (list[m].over ??= new Map()).set(list[n].element, where);
      }
  }
  looks.set(look, texts);
  if (look === "as-found") {
    globalThis.a11ycheckScrolled = [scrollX, scrollY];
    return { rows: [], bounded };
  }
  const before = looks.get("as-found") ?? new Map();
  const zoomed = look === "narrow" ? looks.get("zoomed") ?? new Map() : new Map();
  const found = [];
  const told = new Map();
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim().slice(0, 80);
  const plain = (lines) => lines.slice(0, 12).map(({ left, top, width, height }) => [left, top, width, height]);
  const tell = (what, element, lines, more = {}, sight = lines) => {
    const mine = told.get(what) ?? told.set(what, new Set()).get(what);
    if (mine.has(element) || mine.size >= ROWS) return;
    mine.add(element);
    found.push({ what, at: look, mark: globalThis.a11ycheckMark(element), text: words(element), lines: plain(lines), sight: plain(sight), ...more });
  };
  const whole = ({ lines, lost }) => lines.filter((line) => !lost.includes(line));
  const DATA = "table, pre, code, svg, canvas, video, math, map, [role=table], [role=grid], [role=treegrid], [role=toolbar], [role=img], [role=tablist], [role=menubar], [role=math]";
  const scroller = (element) => chain(element, 0).find((by) => /^(auto|scroll)$/.test(style(by).overflowX) && by.scrollWidth > by.clientWidth + 4);
  const pans = root.scrollWidth > innerWidth + 4 && !/^(hidden|clip)$/.test(rootStyle("overflowX"));
  for (const [node, now] of texts) {
    const was = before.get(node);
    if (!was || now.folded || was.folded) continue;
    const mid = zoomed.get(node);
    if (now.cut && !was.cut && !was.edge && !mid?.cut && !folded(now.cut)) tell("cut", now.element, now.lost, { data: Boolean(now.element.closest(DATA)) }, whole(now));
    if (now.edge && !was.edge && !was.cut && !mid?.edge && !now.element.closest(DATA)) tell("edge", now.element, now.lost, {}, whole(now));
    if (now.over)
      for (const [other, where] of now.over)
        if (!was.over?.has(other) && !mid?.over?.has(other) && !told.get("over")?.has(other)) {
          tell("over", now.element, where, { other: words(other) });
          break;
        }
    if (look !== "narrow" || now.element.closest(DATA) || layered(now.element)) continue;
    const by = scroller(now.element);
    const room = by ? by.clientWidth : pans ? innerWidth : Infinity;
    const long = now.lines.filter((line) => line.width > room + 4 && line.right + scrollX > 0);
    if (long.length && now.letters > 20 && !now.cut) tell("wide", now.element, long, { slide: slide(now.element), room: Math.round(room) });
  }
  if (look === "narrow") scaled();
  return { rows: found, bounded };

  // A stage: most that is on it is placed by hand, so that it cannot flow anew.
  function slide(element) {
    for (let at = element; at && at !== document.body; at = parent(at)) {
      const size = box(at);
      if (size.width < 480 || size.height < 270 || at.childElementCount < 3) continue;
      const placed = [...at.children].filter((one) => style(one).position === "absolute").length;
      if (placed * 2 > at.childElementCount) return true;
    }
    return false;
  }
  // Drawn text counts where it is most of what can be read: a slide that an authoring tool drew, and no chart.
  function scaled() {
    const letters = { all: 0, drawn: 0, small: 0 };
    let first = null;
    for (const [node, now] of texts) {
      const was = before.get(node);
      const mid = looks.get("zoomed")?.get(node);
      if (!was || !mid || now.letters < 3) continue;
      letters.all += now.letters;
      if (now.svg) letters.drawn += now.letters;
      // At four times the size (400 %) a quarter as wide: less than half of what it was never gets to twice as large.
      if (now.height >= was.height * 0.48 || mid.height >= was.height * 0.95) continue;
      letters.small += now.letters;
      if (!first || now.letters > first.now.letters) first = { now, was };
    }
    if (!first || (first.now.svg && (letters.drawn < 100 || letters.drawn < letters.all * 0.6))) return;
    tell("scaled", first.now.element, first.now.lines, { share: Math.round((100 * letters.small) / letters.all), from: Math.round(first.was.height) });
  }
}
