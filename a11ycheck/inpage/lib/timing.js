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
 * background draws nothing.
 */
export function drawn(most = 250) {
  const frames = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return Promise.race([frames, pause(most)]);
}
