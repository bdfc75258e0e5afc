// Navigation whose links do not stand in the same order on every page.
// @requires text, words/changing_lists
/** Lists that are expected to change from page to page. */
const CHANGES = a11y.text.pattern(String.raw`\b{changing_lists}`, a11y.words);
const LANDMARKS = ["navigation", "header", "footer"];
const MOST = 40; // links of a block

/** @type {SiteCheck<"outline">} */
export default ({ screens }) => {
  const pages = screens.map((screen) => ({ screen, blocks: blocksOf(screen) }));
  const votes = new Map();
  for (const { screen, blocks } of pages)
    for (const [name, links] of blocks)
      for (const { order } of pairs(name, links)) {
        const vote = votes.get(order) || { n: 0, first: screen };
        vote.n += 1;
        votes.set(order, vote);
      }
  if (![...votes.values()].some(({ n }) => n > 1)) return null;
  const hits = [];
  for (const { screen, blocks } of pages)
    for (const [name, links] of blocks) {
      const worst = worstPair(name, links, votes);
      if (!worst) continue;
      const sure = worst.n >= 3 && worst.n >= 3 * worst.own && links.length >= 3;
      hits.push({ screen, message: sure ? "other-order" : "maybe-other-order", data: worst });
    }
  return hits;
};

/**
 * Return the blocks of a page, by landmark, name and language, each as links in order. A link that stands in a block
 * twice says nothing.
 */
function blocksOf({ outline }) {
  const blocks = new Map();
  for (const link of outline.links) {
    if (!LANDMARKS.includes(link.role) || CHANGES.test(link.of)) continue;
    if (link.button || !link.name || link.kind === "mail") continue;
    const name = `${link.role}|${link.of}|${outline.language.split("-")[0]}`;
    blocks.set(name, [...(blocks.get(name) || []), link]);
  }
  for (const [name, links] of blocks) {
    const times = new Map();
    for (const link of links) times.set(key(link), (times.get(key(link)) || 0) + 1);
    blocks.set(name, links.filter((link) => times.get(key(link)) === 1).slice(0, MOST));
  }
  return blocks;
}

function key({ name, to }) {
  return `${name}\n${to}`;
}

/** Yield each pair of links, with words for its order and for the opposite order. */
function* pairs(block, links) {
  for (const [at, first] of links.entries())
    for (const second of links.slice(at + 1)) {
      const order = `${block}\t${key(first)}\t${key(second)}`;
      yield { first, second, order, opposite: `${block}\t${key(second)}\t${key(first)}` };
    }
}

/** Return the pair of links that most pages have in the opposite order, as data of a hit; null for none. */
function worstPair(name, links, votes) {
  let worst = null;
  for (const { first, second, order, opposite } of pairs(name, links)) {
    const against = votes.get(opposite);
    const own = votes.get(order).n;
    if (!against || against.n <= own || (worst && worst.n >= against.n)) continue;
    const page = against.first.title || against.first.url;
    worst = { n: against.n, own, first: first.name, second: second.name, page };
  }
  return worst;
}
