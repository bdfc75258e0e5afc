({ screens, site, plain, open }) => {
  if (site.kind !== "website" || screens.length < 3) return null; // one page is no platform
  const start = screens[0];
  const statements = ({ outline }) => outline.links.filter(({ kind, button }) => kind === "statement" && !button);
  const linked = screens.filter((screen) => statements(screen).length);
  const pages = screens.filter(({ prose }) => prose?.about.includes("statement") && /\b(wcag|301 ?549)\b/i.test(prose.words));
  if (!linked.length) {
    if (pages.length) return [{ screen: start, message: "not-everywhere", data: { n: screens.length, page: start.url } }];
    const ofPublic = site.organisation["public-body"]?.includes("yes");
    if (!site.complete) return [{ screen: start, message: "absent-so-far", data: { n: screens.length } }];
    const crawled = screens.some(({ depth }) => depth > 0);
    return [{ screen: start, message: ofPublic && crawled ? "absent-public" : "absent", data: { n: screens.length } }];
  }
  const hits = [];
  const without = screens.filter((screen) => !statements(screen).length && !pages.includes(screen));
  if (without.length) hits.push({ screen: without[0], message: "not-everywhere", data: { n: without.length, page: without[0].url } });
  const host = (address) => plain(address).split("/")[0];
  const seen = new Set();
  for (const screen of linked)
    for (const { to } of statements(screen)) {
      if (seen.has(plain(to)) || open(to) || site.documents.some(({ url }) => plain(url) === plain(to))) continue;
      seen.add(plain(to));
      const failed = site.unread.find(({ url }) => plain(url) === plain(to));
      const other = host(to) !== host(screen.outline.address);
      const message = other ? "elsewhere" : failed && /^(404|410)$/.test(failed.status) ? "dead" : "not-opened";
      hits.push({ screen, message, data: other ? { host: host(to) } : { address: to } });
    }
  return hits;
}
