// Which media this page shows and which files it offers.
const MOST_MEDIA = 100;
const MOST_FILES = 500;

/** @type {FactMaker<"offers">} */
export default (_axe, { page, players }) => {
  const hasCaptions = (element) =>
    [...element.textTracks].length > 0 || players.some((player) => player.element === element && player.captions);
  const media = page
    .all("video, audio")
    .slice(0, MOST_MEDIA)
    .map((element) => ({
      source: withoutQuery(element.currentSrc || element.getAttribute("src")),
      kind: element.localName,
      words: hasCaptions(element),
    }));
  const files = page.all("track[src], a[href], source[src]").map((one) => withoutQuery(String(one.href || one.src)));
  return { media, files: [...new Set(files)].filter((one) => /\.\w{2,5}$/.test(one)).slice(0, MOST_FILES) };
};

function withoutQuery(address) {
  return (address || "").split(/[?#]/)[0].slice(0, 2000);
}
