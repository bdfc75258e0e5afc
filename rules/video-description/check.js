({ media }) =>
  media
    .filter((one) => one.kind === "video" && one.shown && !one.failed && one.sound === "yes" && !(one.muted && !one.controls))
    .filter((one) => !one.descriptions && !one.transcripts.length && one.words < Math.max(20, Math.min((one.length || 0) * 0.7, 200)))
    .map(({ element }) => ({ element, message: "none" }))
