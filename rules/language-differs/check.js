// Pages that declare another language than the other pages. A site in several languages has them in its addresses, or
// on many pages; a course is in one.

/** @type {SiteCheck<"outline">} */
export default ({ screens, site }) => {
  const rows = screens.filter((screen) => language(screen));
  if (rows.length < 4) return null;
  const counts = new Map();
  for (const screen of rows) counts.set(language(screen), (counts.get(language(screen)) || 0) + 1);
  const [usual, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const few = Math.max(1, Math.floor(rows.length * (site.kind === "website" ? 0.1 : 0.25)));
  return rows
    .filter((screen) => language(screen) !== usual && counts.get(language(screen)) <= few)
    .filter((screen) => /^[a-z]{2,3}$/.test(language(screen)) && !isInAddress(screen))
    .map((screen) => ({ screen, message: "other-language", data: { language: language(screen), usual, n: most } }));
};

/** Return the declared language of a screen without region and script. */
function language({ outline }) {
  return outline.language.split(/[-_]/)[0];
}

function isInAddress(screen) {
  return new RegExp(`(^|[/?&=._-])${language(screen)}([/?&=._-]|$)`, "i").test(screen.url);
}
