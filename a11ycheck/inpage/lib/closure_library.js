// Objects of pages made with Google's Closure library, which keep nothing in globals: listeners lead to them.

const MOST_MS = 700;

/**
 * Return the first object that is wanted among those reachable from the event listeners of nodes; null for none.
 *
 * Closure keeps the listeners in a property of the node they listen to.
 * @param {(object: any) => unknown} isWanted may throw: the object isn't wanted then
 * @param {{nodes: (Node | Window)[], first?: object[], most: number}} where `first` are looked at before the listeners,
 *   `most` bounds the number of objects
 */
export function findObject(isWanted, { nodes, first = [], most }) {
  const queue = [...first, ...nodes.flatMap(listeners)];
  const seen = new Set(queue);
  const deadline = performance.now() + MOST_MS;
  for (let at = 0; at < queue.length && at < most && performance.now() < deadline; at++) {
    if (tryTo(() => isWanted(queue[at]))) return queue[at];
    for (const key of Object.keys(queue[at])) {
      const next = tryTo(() => queue[at][key]);
      if (!next || typeof next !== "object" || seen.has(next) || next === window || next instanceof Node) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return null;
}

function listeners(node) {
  const keys = Object.keys(node).filter((key) => key.startsWith("closure_lm_"));
  return keys.map((key) => node[key]).filter(Boolean);
}

function tryTo(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
