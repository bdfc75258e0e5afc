// Facts are made when they are first read, and once: a rule that needs none of a page pays for none.

/**
 * Return an object with a getter for each fact. Facts may read each other; `made` holds those that are there already.
 * @param {Record<string, (axe: unknown, facts: object) => unknown>} makers
 * @param {Map<string, unknown>} made
 * @returns {Record<string, any>}
 */
export function lazyFacts(makers, made) {
  const facts = {};
  for (const name of new Set([...Object.keys(makers), ...made.keys()]))
    Object.defineProperty(facts, name, {
      get() {
        if (!made.has(name)) made.set(name, makers[name](axe, facts));
        return made.get(name);
      },
    });
  return facts;
}
