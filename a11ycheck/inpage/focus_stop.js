// Where the focus is in this frame, through open shadow roots, and all that can be seen of it now. `settle` waits for
// a frame first, and for what the page puts off for a moment. `at` is null when nothing has it; `via` are the places
// that had it since the last time, `out` tells that it went to nothing in this document meanwhile. Needs focus_watch.js.
async (settle, n) => {
  if (settle) {
    const drawn = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
    await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 250))]);
  }
  const watch = globalThis.a11ycheckFocus;
  const mark = globalThis.a11ycheckMark;
  const notes = watch ? watch.log.splice(0) : [];
  const via = notes.filter((note) => note.in).map((note) => ({ mark: mark(note.in), html: note.in.outerHTML.slice(0, 120) }));
  const out = notes.some((note) => note.out);
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || at === document.documentElement) return { at: null, via, out, scroll: [scrollX, scrollY] };
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const chain = [];
  for (let one = at; one; one = up(one)) chain.push(one);
  const styles = new Map(chain.map((one) => [one, getComputedStyle(one)]));
  const style = styles.get(at);
  const rect = at.getBoundingClientRect();
  const round = (...values) => values.map((value) => Math.round(value * 10) / 10);
  const frame = /^i?frame$/i.test(at.localName);
  const scale = [at.offsetWidth ? rect.width / at.offsetWidth : 1, at.offsetHeight ? rect.height / at.offsetHeight : 1];
  const inner = frame ? round(rect.x + (at.clientLeft + parseFloat(style.paddingLeft)) * scale[0], rect.y + (at.clientTop + parseFloat(style.paddingTop)) * scale[1], ...scale.map((one) => one * 10)) : null;

  // What is left of its box: what an ancestor cuts off or the window does not show is gone.
  let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
  let opacity = 1;
  let fixed = false;
  for (const one of chain) {
    const { overflowX, overflowY, position, clip, clipPath } = styles.get(one);
    opacity *= Number(styles.get(one).opacity);
    if (/^rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)$/.test(clip) || /^inset\((50|100)%/.test(clipPath)) right = left;
    if (one !== at && !fixed && one !== document.body && one !== document.documentElement && (overflowX !== "visible" || overflowY !== "visible") && styles.get(one).display !== "inline") {
      const box = one.getBoundingClientRect();
      if (overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    fixed ||= position === "fixed";
  }
  const small = rect.width <= 2 || rect.height <= 2;
  const cut = right - left < 2 || bottom - top < 2;
  [left, top, right, bottom] = [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
  const outside = right - left < 2 || bottom - top < 2;
  const lines = at.getClientRects().length;
  const seen = opacity < 0.1 ? "transparent" : style.visibility !== "visible" || !lines ? "hidden" : small ? "small" : cut ? "clipped" : outside ? "outside" : "yes";

  // Points on it that a fixed or sticky layer covers; a layer that lets it shine through does not.
  const points = [];
  let covered = 0;
  let layer = null;
  const inComposed = (outer, inner) => {
    for (let one = inner; one; one = up(one)) if (one === outer) return true;
    return false;
  };
  const hitAt = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const deeper = hit.shadowRoot.elementFromPoint(x, y);
      if (!deeper || deeper === hit) break;
      hit = deeper;
    }
    return hit;
  };
  const OPAQUE = /^(img|video|canvas|iframe|svg|input|button|select|textarea|embed|object)$/i;
  const layerOver = (hit) => {
    let opaque = false;
    for (let one = hit; one; one = up(one)) {
      const { position, backgroundColor, backgroundImage } = getComputedStyle(one);
      const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(backgroundColor)?.[1] ?? (backgroundColor === "transparent" ? 0 : 1);
      opaque ||= alpha >= 0.9 || backgroundImage !== "none" || OPAQUE.test(one.localName);
      if (position === "fixed" || position === "sticky") return opaque && !inComposed(one, at) ? one : null;
    }
    return null;
  };
  if (seen === "yes") {
    for (const x of [0.04, 0.27, 0.5, 0.73, 0.96]) for (const y of [0.1, 0.5, 0.9]) points.push([left + (right - left) * x, top + (bottom - top) * y]);
    const overAt = ([x, y]) => {
      const hit = hitAt(x, y);
      return !hit || inComposed(at, hit) || inComposed(hit, at) ? null : layerOver(hit);
    };
    // On a page of 50,000 elements each question costs: where the middle is free, no more are asked.
    layer = overAt(points[7]);
    if (layer) covered = points.filter(overAt).length;
  }

  // How it looks against how it looked without the focus.
  const rest = watch?.looks.get(at);
  const now = rest ? watch.look(at) : null;
  const colour = (text) => {
    const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)/.exec(text ?? "");
    return found ? [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 1)] : null;
  };
  const over = (front, back) => front.slice(0, 3).map((value, k) => value * front[3] + back[k] * (1 - front[3]));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backdrop = (from) => {
    let found = [255, 255, 255];
    const fills = [];
    for (let one = from; one; one = up(one)) fills.push(colour((styles.get(one) ?? getComputedStyle(one)).backgroundColor));
    for (const fill of fills.reverse()) if (fill) found = over(fill, found);
    return found;
  };
  const apart = (one, other, behind) => {
    if (!one || !other) return one !== other;
    const [a, b] = [light(over(one, behind)), light(over(other, behind))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) >= 1.5;
  };
  const behind = backdrop(up(at));
  const own = backdrop(at);
  const value = (row, name) => row[watch.SELF.indexOf(name)];
  let change = rest ? "none" : "unknown";
  const strong = (was, is) => {
    if (value(is, "display") === "none" || value(is, "visibility") === "hidden" || Number(value(is, "opacity")) < 0.1) return false;
    const differs = (name) => value(was, name) !== value(is, name);
    const ground = parseFloat(value(is, "outlineOffset")) < 0 ? own : behind;
    if ((differs("outlineStyle") || differs("outlineWidth") || differs("outlineColor")) && value(is, "outlineStyle") !== "none" && parseFloat(value(is, "outlineWidth")) >= 1) {
      if (value(is, "outlineStyle") === "auto" || apart(colour(value(is, "outlineColor")), [...ground, 1], ground)) return true;
    }
    if (differs("boxShadow") && value(is, "boxShadow") !== "none" && apart(colour(value(is, "boxShadow")), [...behind, 1], behind)) return true;
    if (differs("backgroundColor") && apart(colour(value(was, "backgroundColor")), colour(value(is, "backgroundColor")), behind)) return true;
    if (differs("color") && at.textContent.trim() && apart(colour(value(was, "color")), colour(value(is, "color")), own)) return true;
    if (differs("textDecorationLine") && at.textContent.trim()) return true;
    return ["Top", "Right", "Bottom", "Left"].some((side) => {
      const width = parseFloat(value(is, `border${side}Width`));
      if (!width) return false;
      return differs(`border${side}Width`) || (differs(`border${side}Color`) && apart(colour(value(was, `border${side}Color`)), colour(value(is, `border${side}Color`)), behind));
    });
  };
  if (rest)
    rest.forEach((was, k) => {
      const is = now[k];
      if (change === "strong" || (!was && !is)) return;
      const mine = k < 3;
      if (!was || !is) change = "weak";
      else if (was.some((one, p) => one !== is[p])) change = (seen === "yes" || !mine) && strong(was, is) ? "strong" : "weak";
    });
  else if (seen === "yes" && style.outlineStyle === "auto" && at.matches(":focus-visible")) change = "strong";
  // A caret that blinks in a field shows where one is.
  const writes = at.isContentEditable || /^textarea$/i.test(at.localName) || (/^input$/i.test(at.localName) && !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/i.test(at.type));
  if (change !== "strong" && seen === "yes" && writes && !at.readOnly && colour(style.caretColor)?.[3] !== 0) change = "caret";

  // Where all that scrolls stands now, to come back to.
  const places = [];
  for (const one of chain) if (one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth) places.push([one, one.scrollLeft, one.scrollTop]);
  places.push([document.scrollingElement ?? document.documentElement, scrollX, scrollY]);
  watch?.places.set(n, places);

  const within = at.closest("dialog, [role=dialog], [role=alertdialog], [aria-modal=true]");
  return {
    via,
    out,
    scroll: [scrollX, scrollY],
    at: {
      mark: mark(at),
      html: at.outerHTML.slice(0, 120),
      name: (at.getAttribute("aria-label") || at.innerText || at.value || at.title || at.localName).toString().trim().replace(/\s+/g, " ").slice(0, 40),
      tag: at.localName,
      // Several stops of the browser's own inside one element.
      many: /^(audio|video|embed|object)$/i.test(at.localName) || (/^input$/i.test(at.localName) && /^(date|datetime-local|month|week|time|file)$/i.test(at.type)),
      alike: [at.localName, at.getAttribute("role"), at.getAttribute("type"), [...at.classList].sort().join("."), [...(at.parentElement?.classList ?? [])].sort().join(".")].join("|"),
      tabindex: at.tabIndex,
      skip: at.localName === "a" && /^#./.test(at.getAttribute("href") ?? "") && /^(skip|jump|go (directly )?to (the )?(main|content)|direct naar|ga (direct )?naar|naar (de )?(inhoud|hoofdinhoud)|sla .* over|spring naar|zum (haupt)?inhalt|direkt zum|aller (directement )?au contenu|passer au contenu|accéder au contenu)/i.test((at.getAttribute("aria-label") || at.textContent).trim()),
      dialog: Boolean(within),
      moves: parseFloat(style.transitionDuration) > 0 || style.animationName !== "none",
      box: round(rect.x, rect.y, rect.width, rect.height),
      place: round(rect.x + scrollX, rect.y + scrollY),
      shown: round(left, top, Math.max(0, right - left), Math.max(0, bottom - top)),
      seen,
      change,
      covered: points.length ? covered / points.length : 0,
      layer: layer ? layer.outerHTML.slice(0, 80) : "",
      points: points.map(([x, y]) => round(x, y)),
      frame,
      inner,
    },
  };
}
