// What a person can see.

/**
 * Whether an element is rendered, and neither transparent nor hidden. It may stand outside the window, or be covered.
 *
 * `opacity: false` and `visibility: false` let what is transparent or hidden count as rendered.
 * @param {Element} element
 */
export function isRendered(element, { opacity = true, visibility = true } = {}) {
  return element.checkVisibility({ checkOpacity: opacity, checkVisibilityCSS: visibility });
}

/**
 * Return the box of an element that can be seen: rendered, larger than a point, and not in something folded up; else
 * null. `known` remembers which boxes fold others while many elements are looked at.
 * @param {Element | null | undefined} element
 * @param {Map<Element, boolean>} [known]
 * @returns {DOMRect | null}
 */
export function visibleBox(element, known) {
  if (!element?.checkVisibility || !isRendered(element)) return null;
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && !isFolded(element, known) ? box : null;
}

/**
 * Whether an element can be seen: see `visibleBox`.
 * @param {Element | null | undefined} element
 */
export function isVisible(element) {
  return visibleBox(element) !== null;
}

/** Whether an element lies in something that is folded up: it has a height then, but nobody sees it. */
function isFolded(element, known) {
  for (let at = element.parentElement, up = 0; at && up < 12; at = at.parentElement, up++) {
    const folds = known?.get(at) ?? foldsContent(at);
    known?.set(at, folds);
    if (folds) return true;
  }
  return false;
}

function foldsContent(element) {
  if (element.offsetHeight === undefined || (element.offsetHeight > 1 && element.offsetWidth > 1)) return false;
  const { overflow, display, position } = getComputedStyle(element);
  return overflow !== "visible" && !/^inline$|contents/.test(display) && position !== "fixed";
}
