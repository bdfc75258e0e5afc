// @requires dom
// How a page is laid out at one moment: what cuts off, scrolls or hides its content. All of it is read once.

/** Return questions about the layout as it is now; answers are remembered, so ask anew after a change. */
export function readLayout() {
  const { once, parent } = a11y.dom;
  const root = document.documentElement;
  const style = once((element) => getComputedStyle(element));
  const box = once((element) => element.getBoundingClientRect());
  const layout = {
    style,
    box,
    /** The overflow of the window, which takes over that of the body unless the root has its own. */
    windowOverflow: (axis) => {
      const own = style(root)[axis];
      return own === "visible" && document.body ? style(document.body)[axis] : own;
    },
    /** Whether an element is in a layer that stays when the page scrolls. */
    isLayered: once((element) => {
      if (!element || element === root) return false;
      return /^(fixed|sticky)$/.test(style(element).position) || layout.isLayered(parent(element));
    }),
    /** Whether an element is clipped to nothing: only screen readers get it. */
    isClippedAway: once((element) => {
      if (!element || element === root) return false;
      const { position, clip, clipPath } = style(element);
      const gone = /^(absolute|fixed)$/.test(position) && /^rect\(([01]px,? ?){4}\)$/.test(clip);
      return gone || /^inset\((50|100)%/.test(clipPath) || layout.isClippedAway(parent(element));
    }),
    /** Whether an element lies before the beginning of the page, where nobody can scroll to. */
    isOutside: (element) => box(element).right + scrollX <= 0 || box(element).bottom + scrollY <= 0,
    /** What may cut off or scroll the content of an element, from the inside out. */
    clippers: (element) => clippersOf(element, 0),
    /**
     * Return what is left of a box of an element when all that is around it has cut off its share; null for nothing.
     * Boxes that scroll it `together` with something else cut off nothing where they scroll: both move alike.
     */
    shown: (element, part, together = []) => {
      let { left, top, right, bottom } = part;
      for (const clipper of layout.clippers(element)) {
        const scrolls = together.includes(clipper) ? scrollsOf(clipper) : { x: false, y: false };
        const [cut, area] = [cutsOf(clipper), areaOf(clipper)];
        if (cut.x && !scrolls.x) [left, right] = [Math.max(left, area.left), Math.min(right, area.right)];
        if (cut.y && !scrolls.y) [top, bottom] = [Math.max(top, area.top), Math.min(bottom, area.bottom)];
      }
      return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
    },
  };
  const clippersOf = clippers(layout);
  const cutsOf = once((element) => cuts(style(element)));
  const areaOf = once((element) => clipArea(element, layout));
  const scrollsOf = once((element) => ({
    x: /auto|scroll/.test(style(element).overflowX) && element.scrollWidth > element.clientWidth,
    y: /auto|scroll/.test(style(element).overflowY) && element.scrollHeight > element.clientHeight,
  }));
  return layout;
}

/** Whether a style contains what is painted in its element, as `contain` and `content-visibility` do. */
function containsPaint({ contain, contentVisibility }) {
  return /paint|strict|content/.test(contain) || contentVisibility !== "visible";
}

/** Along which axes an element cuts off what is in it. */
function cuts(style) {
  const all = style.clipPath !== "none" || containsPaint(style);
  return { x: all || style.overflowX !== "visible", y: all || style.overflowY !== "visible" };
}

/** Return the part of the window that an element cuts its content off to. */
function clipArea(element, { box, style }) {
  const outer = box(element);
  const { clipPath } = style(element);
  if (clipPath.startsWith("inset(")) return insetArea(outer, clipPath);
  if (clipPath !== "none" || !element.offsetWidth || !element.offsetHeight) return outer;
  const [across, down] = [outer.width / element.offsetWidth, outer.height / element.offsetHeight];
  const [left, top] = [outer.left + element.clientLeft * across, outer.top + element.clientTop * down];
  return { left, top, right: left + element.clientWidth * across, bottom: top + element.clientHeight * down };
}

function insetArea({ left, top, right, bottom, width, height }, clipPath) {
  const values = clipPath
    .slice(6)
    .split(/ round |\)/)[0]
    .trim()
    .split(/\s+/);
  const [above, after = above, below = above, before = after] = values;
  const length = (value, whole) => parseFloat(value) * (value.endsWith("%") ? whole / 100 : 1) || 0;
  return {
    left: left + length(before, width),
    top: top + length(above, height),
    right: right - length(after, width),
    bottom: bottom - length(below, height),
  };
}

/** Whether even what is fixed stands in an element, and not in the window. */
function holdsFixed(style) {
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter, willChange, contain } = style;
  const changes = [transform, translate, rotate, scale, perspective, filter, backdropFilter];
  if (changes.some((value) => value && value !== "none")) return true;
  return /transform|perspective|filter/.test(willChange) || /layout/.test(contain) || containsPaint(style);
}

/** Return a function of an element, and what counts: 0 all, 1 what holds absolute positions, 2 what holds fixed. */
function clippers({ style }) {
  const root = document.documentElement;
  const bodyClips = style(root).overflowX !== "visible" || style(root).overflowY !== "visible";
  const known = [new Map(), new Map(), new Map()];
  const read = (element, level) => {
    const its = style(element);
    const holds = !level || holdsFixed(its) || (level === 1 && its.position !== "static");
    const next = holds ? ({ absolute: 1, fixed: 2 }[its.position] ?? 0) : level;
    const isOnTop = element.matches(":modal, :popover-open, :fullscreen");
    const outer = isOnTop ? [] : find(a11y.dom.parent(element), next);
    const { x, y } = cuts(its);
    const clips = (x || y) && !/^(inline|contents)$/.test(its.display);
    return clips && (holds || its.clipPath !== "none") ? [element, ...outer] : outer;
  };
  const find = (element, level) => {
    const lists = known[level];
    const isWindow = !element || element === root || (element === document.body && !bodyClips);
    if (!lists.has(element)) lists.set(element, isWindow ? [] : read(element, level));
    return lists.get(element);
  };
  return find;
}
