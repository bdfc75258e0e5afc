({ media }) => {
  const hits = [];
  for (const one of media) {
    if (one.kind !== "audio" || (!(one.shown && one.controls) && (one.paused || one.muted) && !one.autoplay)) continue;
    if (one.autoplay && one.length !== null && one.length <= 3) continue;
    if (one.transcripts.length || one.captions) continue;
    // Speech has two or three words a second: fewer than one a second is no transcript.
    const enough = Math.max(25, Math.min(one.length ?? 25, 300));
    if (one.words >= enough) continue;
    const hidden = one.withheld >= enough && !one.discloses;
    // A description of a video, in sound, is itself an alternative.
    if (one.others.some(({ localName }) => localName === "video")) continue;
    hits.push({ element: one.element, message: hidden ? "withheld" : "none" });
  }
  return hits;
}
