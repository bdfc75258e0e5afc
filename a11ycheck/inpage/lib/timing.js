// Waiting in a page.

/**
 * Resolve after some milliseconds.
 * @param {number} ms
 */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Resolve when the page was laid out and drawn anew; after `most` milliseconds in any case, because a window in the
 * background draws nothing. With Infinity, wait as long as that takes.
 */
export function drawn(most = 250) {
  const frames = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return most === Infinity ? frames : Promise.race([frames, pause(most)]);
}

/**
 * Wait until a test succeeds, `pauses` times at most; return whether it did.
 * @param {() => unknown} test
 * @param {number} pauses
 * @param {number} ms how long each pause is
 */
export async function waitUntil(test, pauses, ms = 100) {
  for (let n = 0; n < pauses; n++) {
    if (test()) return true;
    await pause(ms);
  }
  return Boolean(test());
}
