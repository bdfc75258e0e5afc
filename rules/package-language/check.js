({ screens, site }) => {
  const LONG = { eng: "en", nld: "nl", dut: "nl", deu: "de", ger: "de", fra: "fr", fre: "fr", spa: "es", ita: "it", por: "pt", dan: "da", swe: "sv", fin: "fi", nor: "no", pol: "pl", tur: "tr", ara: "ar", zho: "zh", chi: "zh", jpn: "ja" };
  const SAME = { nb: "no", nn: "no", iw: "he", in: "id" };
  const main = (tag) => {
    const first = tag.trim().toLowerCase().split(/[-_]/)[0];
    const code = LONG[first] ?? first;
    return /^[a-z]{2,3}$/.test(code) && !/^(und|mul|zxx|mis)$/.test(code) ? (SAME[code] ?? code) : "";
  };
  const said = [...new Set(site.languages.map(main).filter(Boolean))];
  const rows = screens.map((screen) => ({ screen, language: main(screen.outline.language) })).filter(({ language }) => language);
  if (!said.length || !rows.length) return null;
  // Where one page is in that language, the others may be its translations.
  if (rows.some(({ language }) => said.includes(language))) return [];
  const [{ screen, language }] = rows;
  return [{ screen, message: "other", data: { package: said.join(", "), language, n: rows.length } }];
}
