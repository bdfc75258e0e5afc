// Accessibility statements that say nothing of how to report a problem, or name an address that does not work.
// @requires text, words/accessibility_statement
const { accessibility_statement: WORDS } = a11y.words;
const ROUTE = a11y.text.pattern(String.raw`\b{route}`, WORDS);
const TITLE = a11y.text.pattern("{title}", WORDS);
const STANDARD = /\b(wcag|301 ?549)\b/i;
const WRITTEN = /[\w.+-]+@[\w-]+\.\w{2,}|(\+\d{1,3}|\b0)[\d\s()-]{7,}\d/;

/** @type {SiteCheck<"prose">} */
export default ({ screens, site, plain }) => {
  const statements = screens.filter(({ prose }) => isStatement(prose));
  if (!statements.length) return null;
  const gone = site.unread.filter(({ status }) => /^(404|410)$/.test(status)).map(({ url }) => plain(url));
  const hits = [];
  for (const screen of statements) {
    const { words, links, form } = screen.prose;
    const broken = links.filter(isBrokenMail);
    const dead = links.filter(({ name, to }) => ROUTE.test(name) && gone.includes(plain(to)));
    for (const { raw } of broken) hits.push({ screen, message: "bad-mail", data: { address: raw } });
    for (const { name, to } of dead) hits.push({ screen, message: "dead", data: { name, address: to } });
    if (broken.length || dead.length || form || WRITTEN.test(words)) continue;
    if (!links.some(({ raw, name }) => /^(mailto|tel|sms):/i.test(raw) || ROUTE.test(name)))
      hits.push({ screen, message: "none", data: {} });
  }
  return hits;
};

function isStatement(prose) {
  return prose?.about.includes("statement") && (STANDARD.test(prose.words) || TITLE.test(prose.words.slice(0, 300)));
}

/** Whether a mail link holds no address. */
function isBrokenMail({ raw }) {
  if (!/^mailto:/i.test(raw)) return false;
  const address = decodeURIComponent(raw.replace(/%(?![\da-f]{2})/gi, ""));
  return !/^mailto:([^@\s?]+@[^@\s?]+\.[^@\s?]+|\?.*to=)/i.test(address);
}
