// Whether help can be found, in more than one way, and whether it speaks of accessibility.
// @requires text, words/help_pages
const FEATURES = a11y.text.pattern("{features}", a11y.words.help_pages);
const CONTACT = a11y.text.pattern(String.raw`\b{contact}\b`, a11y.words.help_pages);
const HELPS = ["help", "contact", "chat", "mail", "phone"];

/** @type {SiteCheck<"outline" | "prose">} */
export default ({ screens, site, open }) => {
  if (site.kind !== "website" || screens.length < 3) return null;
  const start = screens[0];
  const links = screens.flatMap(({ outline }) => outline.links);
  const ways = new Set(links.map(({ kind }) => kind));
  const hits = [];
  const pages = screens.filter(({ prose }) => prose?.about.includes("help"));
  for (const { kind, to } of links)
    if (kind === "help" && open(to)?.prose && !pages.includes(open(to))) pages.push(open(to));
  if (!HELPS.some((kind) => ways.has(kind)) && !pages.length)
    hits.push({ screen: start, message: "no-help", data: { n: screens.length } });
  const statements = screens.filter(({ prose }) => prose?.about.includes("statement"));
  const helps = pages.filter((screen) => !CONTACT.test(screen.outline.headings[0]?.name || ""));
  if (helps.length && ![...pages, ...statements].some(({ prose }) => FEATURES.test(prose?.words || "")))
    hits.push({ screen: helps[0], message: "says-nothing", data: { n: helps.length } });
  // A contact page may offer any way: only where all ways are known can one be missed.
  if (!ways.has("help") && !ways.has("contact") && !pages.length && !ways.has("mail")) {
    if (ways.has("phone") && !ways.has("chat")) hits.push({ screen: start, message: "only-phone", data: {} });
    if (ways.has("chat") && !ways.has("phone")) hits.push({ screen: start, message: "only-chat", data: {} });
  }
  return hits;
};
