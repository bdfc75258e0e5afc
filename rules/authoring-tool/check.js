({ site, open }) => {
  const PICTURE = /\b(image|picture|photo|afbeelding|plaatje|foto|bild|grafik)\b/i;
  const ALTERNATIVE = /\b(alt|alternati\w+ te?xt\w*|text alternative|image description|beschrijving van (de|het) (afbeelding|plaatje)|tekstalternatief|alternatieve (tekst|beschrijving)|describe this image|decorative|decoratief|bildbeschreibung|alternativtext)\b/i;
  const HEADING = /\b(h[1-6]|headings?|kop( ?\d)?|koppen|kopniveau|überschrift|titre|paragraph (style|format)|alineastijl|stijlen|styles|formats?|opmaak|blocks?|blokken)\b/i;
  const TABLE = /\b(table|tabel|tabelle)\b/i;
  const HEADER = /\b(header (row|cell|column)|row header|column header|koprij|kopcel|kopregel|kolomkop|rijkop|table (captions?|header)|kopfzeile|caption)\b/i;
  const VIDEO = /\b(video|media|film|recording|opname)\b/i;
  const CAPTIONS = /\b(captions?|subtitles?|ondertitel\w*|untertitel|tracks?|transcript\w*)\b/i;
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
    const has = (pattern) => screen.editor.controls.some((name) => pattern.test(name));
    if (has(PICTURE) && !has(ALTERNATIVE)) hits.push({ screen, message: "no-alternative", data: {} });
    if (!has(HEADING)) hits.push({ screen, message: "no-headings", data: {} });
    if (has(TABLE) && !has(HEADER)) hits.push({ screen, message: "no-table-headers", data: {} });
    if (has(VIDEO) && !has(CAPTIONS)) hits.push({ screen, message: "no-captions", data: {} });
  }
  return looked ? hits : null;
}
