({ screens, site, plain }) => {
  const FEW = 6; // a site of fewer pages is easily linked as a whole
  if (site.kind !== "website" || screens.length < FEW) return null;
  const links = (screen) => new Set([...screen.outline.links.map(({ to }) => to), ...screen.outline.main].map(plain));
  if (screens.some(({ outline }) => outline.search || outline.links.some(({ kind }) => kind === "sitemap"))) return [];
  // A list of all pages, or a menu that holds them all, is a second way.
  const all = screens.map((screen) => [plain(screen.outline.address), plain(screen.url)]);
  const lists = screens.some((screen) => {
    const here = links(screen);
    return all.filter((names) => names.some((name) => here.has(name))).length >= all.length - 1;
  });
  return lists ? [] : [{ screen: screens[0], message: "only-links", data: { n: screens.length } }];
}
