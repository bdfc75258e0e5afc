// How one finds the way on this page, as plain JSON: title, language, headings, and the links and buttons that stand in
// its header, navigation and footer or that lead to help, contact, a statement, terms or a site map.
(axe, { page }) => {
  const MOST = 400;
  const LANDMARKS = { banner: "header", navigation: "navigation", contentinfo: "footer", complementary: "aside", search: "search" };
  const KINDS = [
    ["statement", /\b(accessibility|toegankelijkheids?|barrierefreiheits?|accessibilité) ?(statement|information|notice|verklaring|informatie|erklärung)\b|\b(erklärung|informationen) zur (digitalen )?barrierefreiheit\b|\bdéclaration d['’ ]?accessibilité\b|\bverklaring (van|over) (digitale )?toegankelijkheid\b|^(digital |digitale )?(accessibility|toegankelijkheid|barrierefreiheit|accessibilité)( (of|van|der|de) .{1,40}| ?: (non|partiellement|totalement) conforme)?$/],
    ["help", /^(online |get |hulp en |help (and|en|&) )?(help|hulp|hilfe|aide|support|ondersteuning|faqs?|helpdesk|service ?desk|help ?(center|centre|centrum|desk|pages?|pagina(’|')?s)|klantenservice|kundenservice|kundendienst|customer service|veelgestelde vragen|frequently asked questions|häufige fragen|handleiding(en)?|manual|user guide)( (and|en|&|und|et) (contact|support|hulp|help|kontakt|ondersteuning))?$/],
    ["contact", /^(contact( us| opnemen| met ons| information| formulier| form| page)?|contactformulier|neem contact op|kontakt(formular)?|nous contacter|contactez[- ]nous|get in touch)$/],
    ["chat", /\b(live ?chat|chat(bot)?( with us| met ons)?|virtual assistant|virtuele assistent)\b/],
    ["terms", /^(algemene |leverings|gebruiks?)?voorwaarden$|^(general |our )?terms( and| &)?( conditions)?( of (use|service|sale))?$|^(agb|allgemeine geschäftsbedingungen|nutzungsbedingungen|conditions générales.{0,40})$/],
    ["sitemap", /^(site ?map|sitemap|plan du site|inhaltsverzeichnis|overzicht van alle pagina(’|')?s|a ?[-–] ?z( index| overzicht)?)$/],
  ];
  const ADDRESSES = [["statement", /(accessibility|toegankelijkheids?|barrierefreiheits?|accessibilite)-?(statement|verklaring|erklaerung)?\/?$|toegankelijkheidsverklaring\.nl\/register/], ["sitemap", /\/site-?map(\.html?|\.php)?\/?$/]];
  const block = page.once((element) => {
    for (let at = element; at; at = page.parent(at)) {
      const role = LANDMARKS[page.role(at)];
      if (role) return { role, name: page.name(at).slice(0, 80), within: block(page.parent(at)).role };
      if (page.role(at) === "main") break;
    }
    return { role: "", name: "", within: "" };
  });
  const words = (text) => text.replace(/\s+/g, " ").trim().slice(0, 120);
  const kind = (name, to) => {
    if (/^mailto:[^@\s]+@/i.test(to)) return "mail";
    if (/^(tel|sms):/i.test(to)) return "phone";
    const said = name.toLowerCase().replace(/[\s ]+/g, " ").replace(/[.:!?›»→]+$/, "").trim();
    return KINDS.find(([, pattern]) => pattern.test(said))?.[0] || "";
  };
  const behind = (to) => ADDRESSES.find(([, pattern]) => pattern.test(to.split(/[?#]/)[0].toLowerCase()))?.[0] || "";
  const links = [];
  for (const element of page.all("a[href], area[href], button, [role=link], [role=button]")) {
    if (links.length >= MOST) break;
    if (!page.heard(element)) continue;
    const to = element.href?.baseVal ?? element.href ?? "";
    if (/^javascript:/i.test(to) || (/^#/.test(element.getAttribute("href") || "") && !/^#!?\//.test(element.getAttribute("href")))) continue;
    const name = words(page.name(element));
    const { role, name: of, within } = block(element);
    const what = kind(name, to) || (role ? behind(to) : "");
    if (!role && !what) continue;
    links.push({ name, to: String(to).slice(0, 2000), role, of, within, kind: what, button: !to, repeats: page.seen(element) });
  }
  const headings = page
    .all("h1, h2, h3, [role=heading]")
    .filter((one) => page.heard(one))
    .slice(0, 60)
    .map((one) => ({ level: Number(one.getAttribute("aria-level") || one.localName[1]) || 2, name: words(page.name(one) || one.textContent) }));
  const search = page
    .all("input[type=search], [role=searchbox], [role=search] input, search input, form[action*=search] input:not([type=hidden]), form[action*=zoek] input:not([type=hidden]), input[name=q], input[name=query], input[name=zoek]")
    .concat(page.all("input:not([type]), input[type=text]").filter((one) => /\b(search|zoek(en|term)?|suche|recherche)\b/i.test(page.name(one))))
    .some((one) => page.heard(one));
  const goes = page.all("a[href], button").some((one) => page.heard(one) && /^(search|zoeken?|suche[n]?|rechercher?)( .{0,30})?$/i.test(page.name(one).trim()));
  return {
    address: location.href.slice(0, 2000),
    language: (document.documentElement.getAttribute("lang") || "").trim().toLowerCase(),
    said: words(document.title),
    headings,
    links,
    search: search || goes,
    length: page.texts.length,
    main: page.all("main a[href], [role=main] a[href]").slice(0, MOST).map((one) => String(one.href).slice(0, 2000)),
  };
}
