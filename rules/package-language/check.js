// A package whose manifest names another language than its pages.

/** Codes of three letters and what they are in two. */
const SHORT = {
  eng: "en",
  nld: "nl",
  dut: "nl",
  deu: "de",
  ger: "de",
  fra: "fr",
  fre: "fr",
  spa: "es",
  ita: "it",
  por: "pt",
  dan: "da",
  swe: "sv",
  fin: "fi",
  nor: "no",
  pol: "pl",
  tur: "tr",
  ara: "ar",
  zho: "zh",
  chi: "zh",
  jpn: "ja",
};
const SAME = { nb: "no", nn: "no", iw: "he", in: "id" };
const NO_LANGUAGE = /^(und|mul|zxx|mis)$/;

/** @type {SiteCheck<"outline">} */
export default ({ screens, site }) => {
  const declared = [...new Set(site.languages.map(primary).filter(Boolean))];
  const rows = screens
    .map((screen) => ({ screen, language: primary(screen.outline.language) }))
    .filter(({ language }) => language);
  if (!declared.length || !rows.length) return null;
  // Where one page is in that language, the others may be its translations.
  if (rows.some(({ language }) => declared.includes(language))) return [];
  const [{ screen, language }] = rows;
  return [{ screen, message: "other", data: { package: declared.join(", "), language, n: rows.length } }];
};

/** Return the primary language of a tag, "" where it names none. */
function primary(tag) {
  const first = tag.trim().toLowerCase().split(/[-_]/)[0];
  const code = SHORT[first] ?? first;
  return /^[a-z]{2,3}$/.test(code) && !NO_LANGUAGE.test(code) ? (SAME[code] ?? code) : "";
}
