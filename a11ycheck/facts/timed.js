// Captions that stand with a video: asks at what times they are shown. Of a part of a video the length says nothing.
/** @type {FactMaker<"timed">} */
export default (_axe, { media }) =>
  media
    .filter(({ kind, shown, failed }) => kind === "video" && shown && !failed)
    .flatMap(({ element, length }) =>
      [...element.querySelectorAll("track")]
        .filter((track) => /^(captions|subtitles)$/.test(track.kind) && (track.getAttribute("src") ?? "").trim())
        .map((track) => ({
          element,
          length: /#.*\bt=/.test(element.currentSrc) ? null : length,
          source: track.src,
          ask: track.src,
        })),
    );
