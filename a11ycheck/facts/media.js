// Audio and video: whether they sound, how long they are, and which words near them may be an alternative.
(axe, { page }) => {
  const TRANSCRIPT = /\b(transcripts?|transcription|transcriptie|uitgeschreven|tekstversie|tekst van de video|tekstalternatief|text (version|alternative)|transkript|textfassung|version texte|described version|audio.?description|audiodescriptie)\b/i;
  const MENTION = /\b(video|film(pje)?|clip|movie|animation|animatie|recording|opname|footage|audio|speech|podcast|sound|geluid(sfragment)?|fragment|vidéo|(the )?(above|below)|hierboven|hieronder|bovenstaande?|onderstaande?)\b/i;
  const count = (words) => (words.match(/[\p{L}\p{N}]+/gu) || []).length;
  const sound = (element) => {
    if (element.localName === "audio" || element.webkitAudioDecodedByteCount > 0) return "yes";
    return element.webkitVideoDecodedByteCount > 0 ? "no" : "unknown";
  };
  // A media fragment (#t=8,10) plays a part only.
  const length = (element) => {
    const part = /#.*\bt=(?:npt:)?([\d.]*)(?:,([\d.]+))?/.exec(element.currentSrc || "");
    const whole = Number.isFinite(element.duration) ? element.duration : element.duration === Infinity ? Infinity : null;
    if (!part || whole === null) return whole;
    return Math.max(0, Math.min(Number(part[2] || whole), whole) - Number(part[1] || 0));
  };
  const hidden = (element) => {
    // Words that stand near and that not everybody gets: not in the accessibility tree, or not seen and not heard.
    const most = 12;
    const order = page.texts;
    let at = order.findIndex((one) => element.compareDocumentPosition(one.text) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (at < 0) at = order.length;
    return order
      .slice(Math.max(0, at - most), at + most)
      .filter((one) => !page.heard(one.element) && !element.contains(one.element))
      .map((one) => one.words)
      .join(" ");
  };
  const found = page.all("audio, video");
  if (!found.length) return [];
  const links = page
    .all("a[href], button, summary, [role=button], [role=link], [role=tab]")
    .filter((element) => page.heard(element) && TRANSCRIPT.test(`${page.name(element)} ${element.getAttribute("href") || ""}`));
  const rows = found.map((element) => {
    const shown = page.seen(element);
    const near = page.near(element);
    const described = page
      .refs(element, "aria-describedby")
      .concat(page.refs(element, "aria-details"))
      .map((one) => one.textContent)
      .join(" ");
    const words = `${near.before} ${near.after} ${described}`;
    const { kind } = { kind: element.localName };
    return {
      element,
      kind,
      shown,
      controls: element.controls,
      autoplay: element.autoplay,
      paused: element.paused,
      muted: element.muted || element.volume === 0,
      loop: element.loop,
      length: length(element),
      sound: sound(element),
      failed: Boolean(element.error) || element.networkState === 3 || element.readyState === 0,
      captions: [...element.textTracks].some((track) => ["captions", "subtitles"].includes(track.kind)),
      descriptions: [...element.textTracks].some((track) => track.kind === "descriptions"),
      open: /caption|subtitle|ondertitel|described|transcript/i.test(decodeURIComponent(element.currentSrc || "").replace(/no.?captions?/i, "")),
      transcripts: links,
      words: count(words),
      mentioned: MENTION.test(words),
      withheld: count(hidden(element)),
      discloses: page.all("button, summary, [aria-expanded], [aria-controls], [role=tab], input[type=checkbox]").some((one) => page.seen(one) && !element.contains(one)),
      others: found.filter((one) => one !== element && page.seen(one)),
      // Asks whether its sound track is more than silence.
      ask: shown && element.localName === "video" && sound(element) === "yes" ? (element.currentSrc || "").split("#")[0] : "",
    };
  });
  for (const one of rows) {
    const track = one.sound;
    Object.defineProperty(one, "sound", { get: () => (one.answer === false ? "no" : track) });
  }
  return rows;
}
