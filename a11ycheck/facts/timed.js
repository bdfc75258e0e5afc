// Captions files of a video: asks at what times their captions are shown. `length` is null where the address plays
// only a part of the video, because the captions may be for the whole.
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
