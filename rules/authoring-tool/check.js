({ site, open }) => {
  const ASKED = {
    picture: {
      puts: /\b(images?|pictures?|photo|afbeelding(en)?|plaatje|foto|bild|grafik)\b/i,
      asks: /\b(alt|alternati\w+ (te?xt\w*|description|omschrijving|beschrijving)|text alternative|image description|beschrijving van (de|het) (afbeelding|plaatje)|tekstalternatief|describe this image|beschrijf (de|deze|het|dit) (afbeelding|plaatje)|decorative|decoratief|bildbeschreibung|alternativtext|texte? alternatif)\b/i,
      // In the dialog of a picture this is what the field is for.
      inside: /\b(description|descriptive|decoration|beschrijving|omschrijving|versiering|beschreibung|dekorativ|décorative?)\b/i,
      unseen: "no-alternative",
      missing: "dialog-no-alternative",
    },
    table: {
      puts: /\b(table|tabel|tabelle|tableau)\b/i,
      asks: /\b(header (row|cell|column)s?|row header|column header|koprij|kopcel|kopregel|kolomkop|rijkop|table (captions?|headers?)|kopfzeile|kopfzelle|ligne d['’ ]en-tête|caption)\b/i,
      inside: /\b(headers?|koppen|kop|en-têtes?)\b/i,
      unseen: "no-table-headers",
      missing: "dialog-no-headers",
    },
    video: {
      puts: /\b(video|media|multimedia|film|recording|opname)\b/i,
      asks: /\b(captions?|subtitles?|ondertitel\w*|untertitel|sous-titres?|tracks?|transcript\w*)\b/i,
      inside: /\b(accessib\w+|toegankelijk\w*)\b/i,
      unseen: "no-captions",
      missing: "dialog-no-captions",
    },
  };
  const HEADING = /\b(h[1-6]|headings?|kop( ?\d)?|koppen|kopniveau|überschrift|titre|paragraph (style|format)|alineastijl|stijl(en)?|styles?|formats?|opmaak|blocks?|blokken)\b/i;
  if (!site.editors.length) return null;
  const hits = [];
  let looked = false;
  for (const address of site.editors) {
    const screen = open(address);
    if (!screen) continue; // why it was not opened is said where pages are listed
    looked = true;
    if (!screen.editor) {
      hits.push({ screen, message: "no-editor", data: {} });
      continue;
    }
    const { controls, dialogs = {} } = screen.editor;
    const has = (pattern, names) => names.some((name) => pattern.test(name));
    if (!has(HEADING, controls)) hits.push({ screen, message: "no-headings", data: {} });
    for (const [kind, { puts, asks, inside, unseen, missing }] of Object.entries(ASKED)) {
      const { name = "", fields = [], names = [] } = dialogs[kind] ?? {};
      if (!name && !has(puts, controls)) continue;
      if (has(asks, [...controls, ...names]) || has(inside, names)) continue;
      hits.push({ screen, message: fields.length ? missing : unseen, data: fields.length ? { name, fields: fields.join(", ") } : {} });
    }
  }
  return looked ? hits : null;
}
