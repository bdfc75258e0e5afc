({ screens, site, plain }) => {
  const words = (text) => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) || []);
  const heading = (screen) => screen.outline.headings.find(({ level }) => level === 1)?.name || "";
  const file = (screen) => plain(screen.outline.address).split(/[?]/)[0];
  const groups = new Map();
  for (const screen of screens) {
    const said = screen.outline.said.trim();
    if (said) groups.set(said, [...(groups.get(said) || []), screen]);
  }
  if (screens.length < 2 || !groups.size) return null;
  const hits = [];
  for (const [title, all] of groups) {
    // One document with another question mark, or one page under two addresses, is no second page.
    const pages = [...new Map(all.map((screen) => [file(screen), screen])).values()];
    const about = new Map(pages.map((screen) => [heading(screen).toLowerCase(), screen]));
    about.delete("");
    if (pages.length < 2 || about.size < 2) continue;
    const different = [...about.values()];
    // Sure only where no heading is told by the title: then it is the name of the site.
    const strange = different.filter((screen) => ![...words(heading(screen))].some((word) => words(title).has(word)));
    const sure = site.kind === "website" && strange.length >= 3;
    const [one, two] = sure ? strange : different;
    const data = { title, n: different.length, heading: heading(one), other: heading(two), page: two.url };
    hits.push({ screen: one, message: sure ? "one-for-all" : "same-title", data });
  }
  return hits;
}
