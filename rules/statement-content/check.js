({ screens, site }) => {
  const YEAR = 365 * 24 * 3600 * 1000;
  const SERVICE = /\b(applies to|scope|about this (service|platform|site)|(description|purpose) of (the|our|this) (service|platform|course)|we offer|(platform|service|website|site|academy) (offers|is (a|an|for|where)|lets)|van toepassing op|geldt voor|reikwijdte|gaat over|wij bieden|(beschrijving|doel) van (de|onze|deze) (dienst|platform|cursus)|(platform|dienst|website|site|academie) (biedt|is (een|voor|waar))|gilt für|geltungsbereich|beschreibung der dienst|s['’]applique|description (du|de la|des) service)/i;
  const MET = /\b(wcag|301 ?549|web content accessibility guidelines|richtlijnen voor toegankelijkheid|rgaa|bitv)\b/i;
  const SUPERVISOR = /\b(acm|autoriteit consument|toezichthouder|toezicht houdt|handhaving|supervis\w+|enforcement|ombudsman|college voor de rechten|commissariaat|monitoring (body|authority)|(market )?surveillance|competent (national )?authorit|marktüberwachung|durchsetzungs?|schlichtungsstelle|mlbf|dgccrf|défenseur des droits|arcom|afm|monitor digitoegankelijk)/i;
  const STATUS = /\b(status ?:? ?[a-e]\b|(voldoet|voldoen) (volledig|gedeeltelijk|deels|niet|nog niet)|eerste maatregelen genomen|(fully|partially|partly|not|non)[- ](compliant|conformant|conforming)|(vollständig|teilweise|nicht) (vereinbar|konform)|(totalement|partiellement|non) conforme|conformité (totale|partielle))/i;
  const PUBLIC = /\b(besluit digitale toegankelijkheid|wet digitale overheid|2016\/2102|public sector bod|publieke sector|öffentlicher? stellen?|bitv|rgaa)\b/i;
  const MONTHS = ["jan", "feb|fév", "mar|mrt|maa|mär", "apr|avr", "may|mei|mai", "jun|juin", "jul|juil", "aug|aoû", "sep", "oct|okt", "nov", "dec|dez|déc"];
  const day = (y, m, d) => new Date(Number(y), m, Number(d)).getTime();
  // All dates on the page that are past; of a doubtful one (3/4/2026) the latest reading.
  const dates = (words) => {
    const found = [];
    for (const [, y, m, d] of words.matchAll(/\b(20\d\d)-(\d\d?)-(\d\d?)\b/g)) found.push(day(y, m - 1, d));
    for (const [, a, b, y] of words.matchAll(/\b(\d\d?)[-./](\d\d?)[-./](20\d\d)\b/g)) for (const [d, m] of [[a, b], [b, a]]) if (m <= 12 && d <= 31) found.push(day(y, m - 1, d));
    for (const [, d, name, , y] of words.matchAll(/(?:\b(\d\d?)\.? )?([\p{L}]{3,9})\.? (\d\d?, )?(20\d\d)\b/giu)) {
      const m = MONTHS.findIndex((month) => new RegExp(`^(${month})`, "i").test(name));
      if (m >= 0) found.push(day(y, m, d || 28));
    }
    return found.filter((one) => one <= Date.now() + YEAR / 365);
  };
  const pages = screens.filter(({ prose }) => prose?.about.includes("statement") && (MET.test(prose.words) || /(statement|verklaring|erklärung|déclaration|information|informatie)/i.test(prose.words.slice(0, 300))));
  if (!pages.length) return null;
  const hits = [];
  for (const screen of pages) {
    const { words, links } = screen.prose;
    const ofPublic = PUBLIC.test(words) || site.organisation["public-body"]?.includes("yes");
    const say = (message, data = {}) => hits.push({ screen, message, data });
    if (!ofPublic && !SERVICE.test(words)) say("no-service");
    if (!MET.test(words)) say("no-way-met");
    if (!SUPERVISOR.test(words)) say("no-supervisor");
    if (screen.faults) say("barriers", { n: screen.faults });
    if (ofPublic && !STATUS.test(words)) say("no-status");
    if (ofPublic && site.organisation.country?.includes("NL") && !links.some(({ to }) => /toegankelijkheidsverklaring\.nl\/register/i.test(to))) say("no-register");
    const past = dates(words);
    const last = Math.max(...past);
    if (!past.length) say("no-date");
    else if (Date.now() - last > YEAR) say("old", { date: new Date(last + YEAR / 730).toISOString().slice(0, 7) });
  }
  return hits;
}
