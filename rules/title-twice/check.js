// Pages with different content and the same title.

/** @type {SiteCheck<"outline">} */
export default ({ screens, site, plain }) => {
  const file = (screen) => plain(screen.outline.address).split(/[?]/)[0];
  const groups = new Map();
  for (const screen of screens) {
    const title = screen.outline.said.trim();
    if (title) groups.set(title, [...(groups.get(title) || []), screen]);
  }
  if (screens.length < 2 || !groups.size) return null;
  const hits = [];
  for (const [title, all] of groups) {
    // One document with another question mark, or one page under two addresses, is no second page.
    const pages = [...new Map(all.map((screen) => [file(screen), screen])).values()];
    const byHeading = new Map(pages.map((screen) => [heading(screen).toLowerCase(), screen]));
    byHeading.delete("");
    if (pages.length < 2 || byHeading.size < 2) continue;
    const different = [...byHeading.values()];
    // Sure only where the title mentions no heading: then it is the name of the site.
    const unmentioned = different.filter(
      (screen) => !words(heading(screen)).some((word) => words(title).includes(word)),
    );
    const sure = site.kind === "website" && unmentioned.length >= 3;
    const [first, second] = sure ? unmentioned : different;
    const data = { title, n: different.length, heading: heading(first), other: heading(second), page: second.url };
    hits.push({ screen: first, message: sure ? "one-for-all" : "same-title", data });
  }
  return hits;
};

function heading(screen) {
  return screen.outline.headings.find(({ level }) => level === 1)?.name || "";
}

function words(text) {
  return text.toLowerCase().match(/\p{L}{3,}/gu) || [];
}
