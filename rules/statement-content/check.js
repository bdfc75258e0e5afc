// What an accessibility statement must say, and the date on which it was last looked at.
// @requires text, words/accessibility_statement
const { accessibility_statement: WORDS } = a11y.words;
const TITLE = a11y.text.pattern("{title}", WORDS);
const SERVICE = a11y.text.pattern(String.raw`\b{service}`, WORDS);
const STANDARD = a11y.text.pattern(String.raw`\b{standard}\b`, WORDS);
const SUPERVISOR = a11y.text.pattern(String.raw`\b{supervisor}`, WORDS);
const STATUS = a11y.text.pattern(String.raw`\b{status}`, WORDS);
const PUBLIC = a11y.text.pattern(String.raw`\b{publicBody}\b`, WORDS);
const REGISTER = /toegankelijkheidsverklaring\.nl\/register/i;
/** The beginnings of the names of each month, in all languages. */
const MONTHS = WORDS.months.en.map((_, n) => {
  const month = Object.values(WORDS.months).map((names) => names[n]);
  return a11y.text.pattern("^{month}", { month: { any: month } });
});
const DAY = 24 * 3600 * 1000;
const YEAR = 365 * DAY;

/** @type {SiteCheck<"prose">} */
export default ({ screens, site }) => {
  const statements = screens.filter(({ prose }) => isStatement(prose));
  return statements.length ? statements.flatMap((screen) => missing(screen, site).concat(age(screen))) : null;
};

function isStatement(prose) {
  return prose?.about.includes("statement") && (STANDARD.test(prose.words) || TITLE.test(prose.words.slice(0, 300)));
}

/** Return a hit for each thing that a statement does not say, and for barriers that were found on its own page. */
function missing(screen, { organisation }) {
  const { words, links } = screen.prose;
  const ofPublicBody = PUBLIC.test(words) || organisation["public-body"]?.includes("yes");
  const registers = ofPublicBody && organisation.country?.includes("NL");
  const hits = [];
  const report = (message, data = {}) => hits.push({ screen, message, data });
  if (!ofPublicBody && !SERVICE.test(words)) report("no-service");
  if (!STANDARD.test(words)) report("no-way-met");
  if (!SUPERVISOR.test(words)) report("no-supervisor");
  if (screen.faults) report("barriers", { n: screen.faults });
  if (ofPublicBody && !STATUS.test(words)) report("no-status");
  if (registers && !links.some(({ to }) => REGISTER.test(to))) report("no-register");
  return hits;
}

/** Return a hit for a statement without a date, or one whose last date is more than a year ago. */
function age(screen) {
  const past = dates(screen.prose.words).filter((date) => date <= Date.now() + DAY);
  if (!past.length) return [{ screen, message: "no-date", data: {} }];
  const last = Math.max(...past);
  if (Date.now() - last <= YEAR) return [];
  return [{ screen, message: "old", data: { date: new Date(last + DAY / 2).toISOString().slice(0, 7) } }];
}

/** Return all dates in a text; of a doubtful one (3/4/2026) both readings. */
function dates(words) {
  const found = [];
  for (const [, year, month, day] of words.matchAll(/\b(20\d\d)-(\d\d?)-(\d\d?)\b/g))
    found.push(timeOf(year, Number(month) - 1, day));
  for (const [, a, b, year] of words.matchAll(/\b(\d\d?)[-./](\d\d?)[-./](20\d\d)\b/g))
    for (const [day, month] of [[a, b].map(Number), [b, a].map(Number)])
      if (month <= 12 && day <= 31) found.push(timeOf(year, month - 1, day));
  for (const [, day, name, , year] of words.matchAll(/(?:\b(\d\d?)\.? )?([\p{L}]{3,9})\.? (\d\d?, )?(20\d\d)\b/giu)) {
    const month = MONTHS.findIndex((names) => names.test(name));
    if (month >= 0) found.push(timeOf(year, month, day || 28));
  }
  return found;
}

function timeOf(year, month, day) {
  return new Date(Number(year), month, Number(day)).getTime();
}
