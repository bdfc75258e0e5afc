// The way to this page as it says itself (breadcrumbs), from course to activity, the page's own name last; [] where it
// says none.
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
    const names = found.map(text);
    const last = found.at(-1);
    const link = last.matches("a[href]") ? last : last.querySelector("a[href]");
    const own = text(document.querySelector("main h1, h1") ?? document.createElement("p")) || document.title.slice(0, LONGEST);
    if (link && link.href !== location.href && !link.ariaCurrent && names.at(-1) !== own) names.push(own);
    if (names.length > 1 && HOME.test(names[0])) names.shift();
    return names;
  }
  return [];
}
