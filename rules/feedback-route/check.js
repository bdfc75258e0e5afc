({ screens, site, plain }) => {
  const ROUTE = /\b(contact|kontakt|feedback|melding|melden|meld|report|klacht|complaint|e-?mail|mail|formulier|form|formular|signal|write to|schrijf)/i;
  const pages = screens.filter(({ prose }) => prose?.about.includes("statement") && (/\b(wcag|301 ?549)\b/i.test(prose.words) || /(statement|verklaring|erklärung|déclaration|information|informatie)/i.test(prose.words.slice(0, 300))));
  if (!pages.length) return null;
  const hits = [];
  for (const screen of pages) {
    const { words, links, form } = screen.prose;
    const broken = links.filter(({ raw }) => /^mailto:/i.test(raw) && !/^mailto:([^@\s?]+@[^@\s?]+\.[^@\s?]+|\?.*to=)/i.test(decodeURIComponent(raw.replace(/%(?![\da-f]{2})/gi, ""))));
    const dead = links.filter(({ name, to }) => ROUTE.test(name) && site.unread.some(({ url, status }) => plain(url) === plain(to) && /^(404|410)$/.test(status)));
    for (const { raw } of broken) hits.push({ screen, message: "bad-mail", data: { address: raw } });
    for (const { name, to } of dead) hits.push({ screen, message: "dead", data: { name, address: to } });
    const works = links.some((link) => !broken.includes(link) && !dead.includes(link) && (/^(mailto|tel|sms):/i.test(link.raw) || ROUTE.test(link.name)));
    const written = /[\w.+-]+@[\w-]+\.\w{2,}|(\+\d{1,3}|\b0)[\d\s()-]{7,}\d/.test(words);
    if (!works && !written && !form && !broken.length && !dead.length) hits.push({ screen, message: "none", data: {} });
  }
  return hits;
}
