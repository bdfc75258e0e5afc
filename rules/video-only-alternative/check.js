// Videos without sound whose content no text and no sound tells.
const ENOUGH = 10; // words that may tell what is to be seen

/** @type {Check<"media">} */
export default ({ media }) => {
  const hits = [];
  for (const { element, kind, shown, failed, sound, controls, ...video } of media) {
    if (kind !== "video" || !shown || failed || sound !== "no") continue;
    if (video.transcripts.length || video.descriptions) continue;
    if (video.others.some((other) => other.localName === "audio")) continue;
    if (!controls && video.muted && (video.autoplay || video.loop)) continue; // a moving background says nothing
    if (video.words >= ENOUGH && video.mentioned) continue;
    if (video.withheld >= ENOUGH && !video.discloses) hits.push({ element, message: "withheld" });
    else hits.push({ element, message: video.words < ENOUGH ? "none" : "not-linked" });
  }
  return hits;
};
