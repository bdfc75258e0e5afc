// What our scripts keep in the isolated world from one call to the next. Never require this in the page's own world.

/** The one global of ours, a namespace. inpage/globals.d.ts says what may stand in it. */
export const state = globalNamespace();

/** Until it is there, `globalThis.a11ycheck` would be an element of the page that has this id. */
function globalNamespace() {
  if (!Object.hasOwn(globalThis, "a11ycheck"))
    Object.defineProperty(globalThis, "a11ycheck", { value: {}, configurable: true });
  return globalThis.a11ycheck;
}

/**
 * Keep an element under a number, so that a row about it can leave the frame and its element be found again.
 * @param {Element} element
 * @returns {number}
 */
export function mark(element) {
  const kept = (state.marked ??= []);
  const at = kept.indexOf(element);
  return at < 0 ? kept.push(element) - 1 : at;
}

/**
 * Return the element that was kept under a number.
 * @param {number} number
 * @returns {any}
 */
export function marked(number) {
  return state.marked?.[number];
}
