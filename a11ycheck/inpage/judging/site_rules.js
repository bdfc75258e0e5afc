// Runs the rules of a whole site on the facts of all its screens, given as JSON, in a blank page that has the rules.
// A check that returns null had nothing to judge.
// @requires judging, state
export default (json) => {
  const { screens, site } = JSON.parse(json);
  const { newOutcome, attempt, declared } = a11y.judging;
  const outcome = newOutcome();
  const facts = { screens, site, plain: plainAddress, open: opener(screens) };
  for (const [rule, { messages, check }] of Object.entries(a11y.state.state.siteChecks))
    attempt(outcome, rule, () => {
      const hits = declared(check(facts), messages);
      if (hits === null) return void outcome.empty.push(rule);
      for (const { screen, message, data = {} } of hits)
        outcome.hits.push({ rule, message, data, screen: screens.indexOf(screen) });
    });
  return outcome;
};

/** Return an address that can be compared: without scheme, "www.", a last slash, and a hash that is no route. */
function plainAddress(address) {
  try {
    const { host, pathname, search, hash } = new URL(address);
    const route = /^#!?\//.test(hash) ? hash : "";
    return `${host.replace(/^www\./, "")}${pathname.replace(/(.)\/$/, "$1")}${search}${route}`.toLowerCase();
  } catch {
    return address;
  }
}

/** Return a function that finds the screen at an address, undefined for none. */
function opener(screens) {
  const places = new Map();
  for (const screen of screens)
    for (const address of [screen.url, screen.outline?.address ?? screen.url])
      if (!places.has(plainAddress(address))) places.set(plainAddress(address), screen);
  return (address) => places.get(plainAddress(address));
}
