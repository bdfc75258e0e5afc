// Sound without a transcript, a text of as many words as might be spoken.

/** @type {Check<"media">} */
export default ({ media }) => {
  const hits = [];
  for (const { element, kind, shown, controls, autoplay, length, ...audio } of media) {
    if (kind !== "audio" || (!(shown && controls) && (audio.paused || audio.muted) && !autoplay)) continue;
    if (autoplay && length !== null && length <= 3) continue;
    if (audio.transcripts.length || audio.captions) continue;
    // Speech has two or three words a second: fewer than one a second is no transcript.
    const enough = Math.max(25, Math.min(length ?? 25, 300));
    if (audio.words >= enough) continue;
    // Sound that describes a video is itself an alternative.
    if (audio.others.some((other) => other.localName === "video")) continue;
    hits.push({ element, message: audio.withheld >= enough && !audio.discloses ? "withheld" : "none" });
  }
  return hits;
};
