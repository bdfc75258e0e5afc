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
    /** What may cut off or scroll the content of an element, from the inside out. */
    clippers: (element) => clippersOf(element, false),
  };
  const clippersOf = clippers(layout);
  return layout;
}

/** Return a function of an element, and whether only what it is positioned in counts. */
function clippers({ style }) {
  const root = document.documentElement;
  const bodyClips = style(root).overflowX !== "visible" || style(root).overflowY !== "visible";
  const known = [new Map(), new Map()];
  const read = (element, positioned) => {
    const its = style(element);
    const holds = !positioned || its.position !== "static" || its.transform !== "none";
    const isAbsolute = its.position === "absolute" || !holds;
    const outer = its.position === "fixed" ? [] : find(a11y.dom.parent(element), isAbsolute);
    const clips = its.overflowX !== "visible" || its.overflowY !== "visible";
    return holds && clips && !/^(inline|contents)$/.test(its.display) ? [element, ...outer] : outer;
  };
  const find = (element, positioned) => {
    const lists = known[Number(positioned)];
    const isWindow = !element || element === root || (element === document.body && !bodyClips);
    if (!lists.has(element)) lists.set(element, isWindow ? [] : read(element, positioned));
    return lists.get(element);
  };
  return find;
}
