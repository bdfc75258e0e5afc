// Runs the rules of a whole site on the facts of all its screens, in a blank page. Needs a11ycheckSiteRules.
// A check that returns null had nothing to judge. `open(address)` is the screen that stands at an address, if any.
({ screens, site }) => {
  const plain = (address) => {
    try {
      const { host, pathname, search, hash } = new URL(address);
      const route = /^#!?\//.test(hash) ? hash : "";
      return `${host.replace(/^www\./, "")}${pathname.replace(/(.)\/$/, "$1")}${search}${route}`.toLowerCase();
    } catch {
      return address;
    }
  };
  const places = new Map();
  for (const one of screens)
    for (const address of [one.url, one.outline?.address ?? one.url]) if (!places.has(plain(address))) places.set(plain(address), one);
  const facts = { screens, site, plain, open: (address) => places.get(plain(address)) };
  const outcome = { hits: [], empty: [], failed: [] };
  for (const [rule, { check }] of Object.entries(globalThis.a11ycheckSiteRules)) {
    try {
      const hits = check(facts);
      if (hits === null) outcome.empty.push(rule);
      else for (const { screen, message, data = {} } of hits) outcome.hits.push({ rule, message, data, screen: screens.indexOf(screen) });
    } catch (error) {
      outcome.failed.push([rule, String(error).slice(0, 200)]);
    }
  }
  return outcome;
}
