// Links of the navigation that lead to the same page under different names.
// @requires text, words/current_page
const LANDMARKS = ["navigation", "header", "footer"];
const CURRENT = a11y.text.pattern(String.raw`\b{current} {page}\b`, a11y.words.current_page, "g");

/** @type {SiteCheck<"outline">} */
export default ({ screens, plain }) => {
  const targets = new Map(); // of each target the screens by the words that it has there
  let comparable = false;
  for (const screen of screens)
    for (const [target, names] of targetsOf(screen, plain)) {
      if (names.size !== 1) continue; // a logo and a word that lead to the same page stand on each page
      const [name] = names;
      const byWords = targets.get(target) || new Map();
      const row = byWords.get(words(name)) || { name, screens: [] };
      row.screens.push(screen);
      byWords.set(words(name), row);
      targets.set(target, byWords);
      comparable ||= byWords.size > 1 || row.screens.length > 1;
    }
  if (!comparable) return null;
  return [...targets.values()].flatMap(differences);
};

/** Return the names of the links to each target, by landmark and language too. */
function targetsOf({ outline }, plain) {
  const targets = new Map();
  for (const { role, name, to, button } of outline.links) {
    if (!LANDMARKS.includes(role) || button || !words(name)) continue;
    const target = `${role}|${outline.language.split("-")[0]}|${plain(to)}`;
    targets.set(target, new Set([...(targets.get(target) || []), name]));
  }
  return targets;
}

/** Return a hit for each name of a target that is not the usual one, nor a part of it. */
function differences(byWords) {
  const rows = [...byWords].sort(([, a], [, b]) => b.screens.length - a.screens.length);
  const [[usual, most], ...others] = rows;
  if (!others.length || rows.length > 3 || most.screens.length < 2) return [];
  const page = most.screens[0].title || most.screens[0].url;
  return others
    .filter(([other]) => !other.includes(usual) && !usual.includes(other))
    .map(([, { name, screens }]) => ({
      screen: screens[0],
      message: "other-name",
      data: { name, usual: most.name, n: most.screens.length, page },
    }));
}

/** Return the words of a name: counters, names of people and "current" change for good reasons. */
function words(name) {
  return name
    .toLowerCase()
    .replace(CURRENT, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
