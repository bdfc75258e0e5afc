({ media }) => {
  const hits = [];
  for (const one of media) {
    if (one.kind !== "video" || !one.shown || one.failed || one.sound !== "yes" || (one.muted && !one.controls)) continue;
    if (one.transcripts.length || one.words >= Math.max(20, Math.min((one.length || 0) * 0.7, 200))) continue;
    hits.push({ element: one.element, message: one.withheld >= 15 && !one.discloses ? "withheld" : "none" });
  }
  return hits;
}
