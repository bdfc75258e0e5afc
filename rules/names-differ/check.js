({ screens, plain }) => {
  // Counters, names of people and "current" change for good reasons: only words are compared.
  const words = (name) => name.toLowerCase().replace(/\b(current|huidige) (page|pagina)\b/g, "").replace(/[^\p{L}]+/gu, " ").trim();
  const rows = new Map();
  let compared = 0;
  for (const screen of screens) {
    const here = new Map();
    for (const link of screen.outline.links) {
      if (!["navigation", "header", "footer"].includes(link.role) || link.button || !words(link.name)) continue;
      const place = `${link.role}|${screen.outline.language.split("-")[0]}|${plain(link.to)}`;
      here.set(place, new Set([...(here.get(place) || []), link.name]));
    }
    for (const [place, names] of here) {
      if (names.size !== 1) continue; // a logo and a word that lead to the same page stand on each page
      const [name] = names;
      const row = rows.get(place) || new Map();
      const one = row.get(words(name)) || { name, screens: [] };
      one.screens.push(screen);
      row.set(words(name), one);
      rows.set(place, row);
      compared = Math.max(compared, row.size > 1 ? 2 : one.screens.length);
    }
  }
  if (compared < 2) return null;
  const hits = [];
  for (const row of rows.values()) {
    const kinds = [...row].sort(([, a], [, b]) => b.screens.length - a.screens.length);
    const [[usual, most], ...others] = kinds;
    if (!others.length || kinds.length > 3 || most.screens.length < 2) continue;
    for (const [said, one] of others) {
      if (said.includes(usual) || usual.includes(said)) continue;
      hits.push({ screen: one.screens[0], message: "other-name", data: { name: one.name, usual: most.name, n: most.screens.length, page: most.screens[0].title || most.screens[0].url } });
    }
  }
  return hits;
}
