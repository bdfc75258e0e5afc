({ screens, plain }) => {
  const HELPS = ["help", "contact", "chat", "mail", "phone"];
  const PLACES = { header: 0, navigation: 0, search: 0, aside: 2, footer: 3 };
  // Where each way to get help stands: before, beside or after the main content, and after which others.
  const rows = screens.map((screen) => {
    const helps = new Map();
    for (const link of screen.outline.links) {
      if (!HELPS.includes(link.kind) || !link.role) continue;
      const place = link.within === "footer" ? PLACES.footer : PLACES[link.role];
      const what = `${link.kind}|${link.button ? link.name : plain(link.to)}`;
      const known = helps.get(what);
      if (known) known.places.add(place);
      else helps.set(what, { name: link.name, places: new Set([place]), at: helps.size });
    }
    return { screen, helps };
  });
  const votes = new Map();
  const ask = (question, answer, screen, name) => {
    const row = votes.get(question) || new Map();
    const one = row.get(answer) || { screens: [], name };
    one.screens.push(screen);
    votes.set(question, row.set(answer, one));
  };
  for (const { screen, helps } of rows) {
    const all = [...helps];
    for (const [what, { places, name }] of all) if (places.size === 1) ask(what, [...places][0], screen, name);
    for (const [a, one] of all)
      for (const [b, two] of all)
        if (a < b && one.places.size === 1 && two.places.size === 1 && [...one.places][0] === [...two.places][0]) ask(`${a}\t${b}`, one.at < two.at, screen, `${one.name}”, “${two.name}`);
  }
  const hits = new Map();
  let compared = false;
  for (const row of votes.values()) {
    const kinds = [...row.values()].sort((a, b) => b.screens.length - a.screens.length);
    compared ||= kinds[0].screens.length > 1 || kinds.length > 1;
    for (const one of kinds.slice(1))
      for (const screen of one.screens) {
        const n = kinds[0].screens.length;
        if (n <= one.screens.length || hits.has(screen)) continue;
        const sure = n >= 3 && n >= 3 * one.screens.length;
        const page = kinds[0].screens[0].title || kinds[0].screens[0].url;
        hits.set(screen, { screen, message: sure ? "other-place" : "maybe-other-place", data: { name: one.name, n, page } });
      }
  }
  return compared ? [...hits.values()] : null;
}
