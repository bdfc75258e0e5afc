// Captions and transcripts that lie in a package while the medium that they belong to offers none.
// @requires text, words/caption_files
const SUFFIXES = a11y.text.pattern("([-_. ]?{suffix})+$", a11y.words.caption_files);
const TRANSCRIPT = a11y.text.pattern("{transcript}", a11y.words.caption_files);

/** @type {SiteCheck<"offers">} */
export default ({ screens, site }) => {
  const silent = screens.flatMap((screen) =>
    screen.offers.media.filter(({ words }) => !words).map((medium) => ({ screen, ...medium })),
  );
  const offered = new Set(screens.flatMap(({ offers }) => offers.files.map(fileName)));
  const left = site.documents.filter(({ url }) => !offered.has(fileName(url)));
  if (site.kind === "website" || !silent.length || !site.documents.length) return null;
  const hits = [];
  for (const { url, kind } of left) {
    const captions = kind === "captions";
    if (!captions && !TRANSCRIPT.test(fileName(url))) continue;
    // One that has the same name as the medium, or the only one for the only one.
    const alone = silent.length === 1 && left.filter((other) => other.kind === kind).length === 1;
    const medium = silent.find(({ source }) => source && stem(source) === stem(url)) || (alone ? silent[0] : null);
    if (!medium) continue;
    const data = { file: fileName(url), medium: fileName(medium.source) };
    hits.push({ screen: medium.screen, message: captions ? "captions" : "transcript", data });
  }
  return hits;
};

function fileName(address) {
  return decodeURIComponent(address.replace(/%(?![\da-f]{2})/gi, ""))
    .split("/")
    .pop()
    .toLowerCase();
}

/** Return the name of a file without its extension, and without the words for its kind and language at the end. */
function stem(address) {
  return fileName(address)
    .replace(/\.\w+$/, "")
    .replace(SUFFIXES, "");
}
