// Ways to get help that do not stand in the same place, or in the same order, on every page.
const HELPS = ["help", "contact", "chat", "mail", "phone"];
/** Before, beside or after the main content. */
const PLACES = { header: 0, navigation: 0, search: 0, aside: 2, footer: 3 };

/** @type {SiteCheck<"outline">} */
export default ({ screens, plain }) => {
  const votes = new Map();
  for (const screen of screens)
    for (const { question, answer, name } of answers(screen, plain)) {
      const row = votes.get(question) || new Map();
      const vote = row.get(answer) || { screens: [], name };
      vote.screens.push(screen);
      votes.set(question, row.set(answer, vote));
    }
  const hits = new Map();
  let compared = false;
  for (const row of votes.values()) {
    const [usual, ...others] = [...row.values()].sort((a, b) => b.screens.length - a.screens.length);
    const n = usual.screens.length;
    compared ||= n > 1 || others.length > 0;
    for (const { name, screens: few } of others)
      for (const screen of few) {
        if (n <= few.length || hits.has(screen)) continue;
        const message = n >= 3 && n >= 3 * few.length ? "other-place" : "maybe-other-place";
        const page = usual.screens[0].title || usual.screens[0].url;
        hits.set(screen, { screen, message, data: { name, n, page } });
      }
  }
  return compared ? [...hits.values()] : null;
};

/** Yield where each way to get help stands on a screen, then which of two in the same place comes first. */
function* answers(screen, plain) {
  const helps = [...helpsOf(screen, plain)].filter(([, { places }]) => places.size === 1);
  for (const [question, { places, name }] of helps) yield { question, answer: [...places][0], name };
  for (const [a, first] of helps)
    for (const [b, second] of helps) {
      if (a >= b || [...first.places][0] !== [...second.places][0]) continue;
      yield { question: `${a}\t${b}`, answer: first.at < second.at, name: `${first.name}”, “${second.name}` };
    }
}

/** Return the ways to get help on a screen, by kind and target, with the places where each stands. */
function helpsOf({ outline }, plain) {
  const helps = new Map();
  for (const link of outline.links) {
    if (!HELPS.includes(link.kind) || !link.role) continue;
    const place = link.within === "footer" ? PLACES.footer : PLACES[link.role];
    const way = `${link.kind}|${link.button ? link.name : plain(link.to)}`;
    const known = helps.get(way);
    if (known) known.places.add(place);
    else helps.set(way, { name: link.name, places: new Set([place]), at: helps.size });
  }
  return helps;
}
