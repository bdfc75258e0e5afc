// Videos with sound and without a transcript: a text of as many words as might be spoken in them.

/** @type {Check<"media">} */
export default ({ media }) => {
  const hits = [];
  for (const { element, kind, shown, failed, sound, muted, controls, length, ...texts } of media) {
    if (kind !== "video" || !shown || failed || sound !== "yes" || (muted && !controls)) continue;
    if (texts.transcripts.length || texts.words >= Math.max(20, Math.min((length || 0) * 0.7, 200))) continue;
    hits.push({ element, message: texts.withheld >= 15 && !texts.discloses ? "withheld" : "none" });
  }
  return hits;
};
