({ screens, site }) => {
  const primary = ({ outline }) => outline.language.split(/[-_]/)[0];
  // A site in more languages has them in its addresses or on many pages; a course is in one.
  const rows = screens.filter((screen) => primary(screen));
  if (rows.length < 4) return null;
  const counts = new Map();
  for (const screen of rows) counts.set(primary(screen), (counts.get(primary(screen)) || 0) + 1);
  const [usual, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const few = Math.max(1, Math.floor(rows.length * (site.kind === "website" ? 0.1 : 0.25)));
  const coded = (screen, language) => new RegExp(`(^|[/?&=._-])${language}([/?&=._-]|$)`, "i").test(screen.url);
  return rows
    .filter((screen) => primary(screen) !== usual && counts.get(primary(screen)) <= few && /^[a-z]{2,3}$/.test(primary(screen)) && !coded(screen, primary(screen)))
    .map((screen) => ({ screen, message: "other-language", data: { language: primary(screen), usual, n: most } }));
}
