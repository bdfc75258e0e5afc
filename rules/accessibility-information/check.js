// Whether a platform says how accessible it is, from every page, on a page that opens.
const GONE = /^(404|410)$/;

/** @type {SiteCheck<"outline" | "prose">} */
export default (facts) => {
  const { screens, site } = facts;
  if (site.kind !== "website" || screens.length < 3) return null; // one page is no platform
  const linked = screens.filter((screen) => links(screen).length);
  const pages = screens.filter(
    ({ prose }) => prose?.about.includes("statement") && /\b(wcag|301 ?549)\b/i.test(prose.words),
  );
  if (!linked.length) return [unlinked(facts, pages)];
  const without = screens.filter((screen) => !links(screen).length && !pages.includes(screen));
  const data = { n: without.length, page: without[0]?.url };
  const hits = without.length ? [{ screen: without[0], message: "not-everywhere", data }] : [];
  return [...hits, ...unopened(facts, linked)];
};

/** Return the links of a screen that lead to a statement. */
function links({ outline }) {
  return outline.links.filter(({ kind, button }) => kind === "statement" && !button);
}

/** Return the hit for a platform without any link to a statement. */
function unlinked({ screens, site }, pages) {
  const screen = screens[0];
  const n = screens.length;
  if (pages.length) return { screen, message: "not-everywhere", data: { n, page: screen.url } };
  if (!site.complete) return { screen, message: "absent-so-far", data: { n } };
  const ofPublicBody = site.organisation["public-body"]?.includes("yes");
  const crawled = screens.some(({ depth }) => depth > 0);
  return { screen, message: ofPublicBody && crawled ? "absent-public" : "absent", data: { n } };
}

/** Return hits for links to statements that were not opened, one for each address. */
function unopened({ site, plain, open }, linked) {
  const host = (address) => plain(address).split("/")[0];
  const done = new Set();
  const hits = [];
  for (const screen of linked)
    for (const { to } of links(screen)) {
      if (done.has(plain(to)) || open(to) || site.documents.some(({ url }) => plain(url) === plain(to))) continue;
      done.add(plain(to));
      const failed = site.unread.find(({ url }) => plain(url) === plain(to));
      const elsewhere = host(to) !== host(screen.outline.address);
      const message = failed && GONE.test(failed.status) ? "dead" : "not-opened";
      if (elsewhere) hits.push({ screen, message: "elsewhere", data: { host: host(to) } });
      else hits.push({ screen, message, data: { address: to } });
    }
  return hits;
}
