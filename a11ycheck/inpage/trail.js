// The way to this page as it says itself (breadcrumbs): name and address of each step, from course to activity, the page
// itself last; [] where it says none.
() => {
  const MOST = 12;
  const LONGEST = 120;
  const HOME = /^(home|start|site home|my home|startpagina|hoofdpagina|dashboard|my dashboard|mijn dashboard)$/i;
  const trails = ["[itemtype*='BreadcrumbList' i]", ...["aria-label", "class", "id"].map((name) => `[${name}*='breadcrumb' i]`), "[aria-label*='kruimel' i]", "[class*='kruimel' i]"];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]");
  const text = (element) => element.innerText.replace(/\s+/g, " ").replace(/^[\s/›»>|·•]+|[\s/›»>|·•]+$/g, "").slice(0, LONGEST);
  const steps = (trail) => {
    const rows = [...trail.querySelectorAll("li")].filter((row) => !row.querySelector("li"));
    return (rows.length ? rows : [...trail.querySelectorAll("a[href], [aria-current]")]).filter((row) => seen(row) && text(row));
  };
  for (const trail of document.querySelectorAll(trails.join())) {
    if (!seen(trail)) continue;
    const found = steps(trail).slice(0, MOST);
    if (!found.length) continue;
    const link = (row) => (row.matches("a[href]") ? row : row.querySelector("a[href]"));
    const way = found.map((row) => [text(row), link(row)?.href ?? ""]);
    const last = link(found.at(-1));
    const own = text(document.querySelector("main h1, h1") ?? document.createElement("p")) || document.title.slice(0, LONGEST);
    if (last && last.href !== location.href && !last.ariaCurrent && way.at(-1)[0] !== own) way.push([own, location.href]);
    if (way.length > 1 && HOME.test(way[0][0])) way.shift();
    return way;
  }
  return [];
}
