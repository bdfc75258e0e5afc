({ screens }) => {
  const LIVE = /\b(recent|laatst|last|latest|popular|populair|my |mijn |meine |related|verwant|verder lezen|breadcrumb|kruimel|pagination|paginering|pages?|history|geschiedenis|favou?rite|favoriet|tags?|langua|taal|talen|sprache)/i;
  const MOST = 40;
  const key = (link) => `${link.name}\n${link.to}`;
  // The blocks of a page that have the same role and name, each as links in order; one that stands there twice says nothing.
  const blocks = (screen) => {
    const found = new Map();
    for (const link of screen.outline.links) {
      if (!["navigation", "header", "footer"].includes(link.role) || LIVE.test(link.of) || link.button || !link.name || link.kind === "mail") continue;
      const name = `${link.role}|${link.of}|${screen.outline.language.split("-")[0]}`;
      found.set(name, [...(found.get(name) || []), link]);
    }
    for (const [name, links] of found) {
      const times = new Map();
      for (const link of links) times.set(key(link), (times.get(key(link)) || 0) + 1);
      found.set(name, links.filter((link) => times.get(key(link)) === 1).slice(0, MOST));
    }
    return found;
  };
  const pages = screens.map((screen) => ({ screen, blocks: blocks(screen) }));
  const votes = new Map();
  const pairs = function* (name, links) {
    for (let a = 0; a < links.length; a += 1) for (let b = a + 1; b < links.length; b += 1) yield [`${name}\t${key(links[a])}\t${key(links[b])}`, `${name}\t${key(links[b])}\t${key(links[a])}`, links[a], links[b]];
  };
  let compared = 0;
  for (const page of pages)
    for (const [name, links] of page.blocks)
      for (const [one] of pairs(name, links)) {
        const seen = votes.get(one) || { n: 0, first: page.screen };
        seen.n += 1;
        compared = Math.max(compared, seen.n);
        votes.set(one, seen);
      }
  if (compared < 2) return null;
  const hits = [];
  for (const page of pages)
    for (const [name, links] of page.blocks) {
      let worst = null;
      for (const [one, other, first, second] of pairs(name, links)) {
        const against = votes.get(other);
        const own = votes.get(one).n;
        if (!against || against.n <= own || (worst && worst.n >= against.n)) continue;
        worst = { n: against.n, own, first: first.name, second: second.name, page: against.first.title || against.first.url };
      }
      if (!worst) continue;
      const sure = worst.n >= 3 && worst.n >= 3 * worst.own && links.length >= 3;
      hits.push({ screen: page.screen, message: sure ? "other-order" : "maybe-other-order", data: worst });
    }
  return hits;
}
