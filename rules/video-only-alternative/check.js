({ media }) => {
  const hits = [];
  for (const one of media) {
    if (one.kind !== "video" || !one.shown || one.failed || one.sound !== "no") continue;
    if (one.transcripts.length) continue;
    if (one.others.some(({ localName }) => localName === "audio")) continue;
    // A moving background tells nothing.
    if (!one.controls && one.muted && (one.autoplay || one.loop)) continue;
    if (one.words >= 10 && one.mentioned) continue;
    if (one.withheld >= 10 && !one.discloses) hits.push({ element: one.element, message: "withheld" });
    else if (one.words < 10) hits.push({ element: one.element, message: "none" });
    else hits.push({ element: one.element, message: "not-linked" });
  }
  return hits;
}
