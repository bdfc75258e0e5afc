// Sites whose pages can be found in one way only. A list of all pages, or a menu that holds them all, is a second way.
const FEW = 6; // a site of fewer pages is easily linked as a whole

/** @type {SiteCheck<"outline">} */
export default ({ screens, site, plain }) => {
  if (site.kind !== "website" || screens.length < FEW) return null;
  if (screens.some(({ outline }) => outline.search || outline.links.some(({ kind }) => kind === "sitemap"))) return [];
  const all = screens.map((screen) => [plain(screen.outline.address), plain(screen.url)]);
  const listed = screens.some(({ outline }) => {
    const links = new Set([...outline.links.map(({ to }) => to), ...outline.main].map(plain));
    return all.filter((addresses) => addresses.some((address) => links.has(address))).length >= all.length - 1;
  });
  return listed ? [] : [{ screen: screens[0], message: "only-links", data: { n: screens.length } }];
};
