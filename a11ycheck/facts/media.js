// Audio and video: whether they sound, how long they are, and which words near them may be an alternative. Asks whether
// the sound track of a video is more than silence.
// @requires media, text, words/media
const { pattern } = a11y.text;
const WORDS = a11y.words.media;
const TRANSCRIPT = pattern("\\b{transcript}\\b", WORDS);
const MENTION = pattern("\\b{recording}\\b", WORDS);
const OPEN_CAPTIONS = pattern("{openCaptions}", WORDS);
const CONTROLS = "a[href], button, summary, [role=button], [role=link], [role=tab]";
const DISCLOSES = "button, summary, [aria-expanded], [aria-controls], [role=tab], input[type=checkbox]";
const TEXTS_AROUND = 12;

/** @type {FactMaker<"media">} */
export default (_axe, { page }) => {
  const found = page.all("audio, video");
  if (!found.length) return [];
  const transcripts = page
    .all(CONTROLS)
    .filter((link) => page.heard(link) && TRANSCRIPT.test(`${page.name(link)} ${link.getAttribute("href") || ""}`));
  return found.map((element) => {
    const shown = page.seen(element);
    const sound = a11y.media.soundOf(element);
    const listens = shown && element.localName === "video" && sound === "yes";
    return {
      ...playback(element),
      shown,
      get sound() {
        return this.answer === false ? "no" : sound;
      },
      transcripts,
      ...wordsNear(page, element),
      discloses: page.all(DISCLOSES).some((control) => page.seen(control) && !element.contains(control)),
      others: found.filter((other) => other !== element && page.seen(other)),
      ask: listens ? (element.currentSrc || "").split("#")[0] : "",
    };
  });
};

function playback(element) {
  const kinds = [...element.textTracks].map(({ kind }) => kind);
  const file = decodeURIComponent(element.currentSrc || "");
  return {
    element,
    kind: element.localName,
    controls: element.controls,
    autoplay: element.autoplay,
    paused: element.paused,
    muted: element.muted || element.volume === 0,
    loop: element.loop,
    length: lengthOf(element),
    failed: Boolean(element.error) || element.networkState === 3 || element.readyState === 0,
    captions: kinds.includes("captions") || kinds.includes("subtitles"),
    descriptions: kinds.includes("descriptions"),
    open: OPEN_CAPTIONS.test(file.replace(/no.?captions?/i, "")),
  };
}

/** A media fragment (#t=8,10) plays a part only. */
function lengthOf(element) {
  const part = /#.*\bt=(?:npt:)?([\d.]*)(?:,([\d.]+))?/.exec(element.currentSrc || "");
  const { duration } = element;
  const whole = Number.isFinite(duration) || duration === Infinity ? duration : null;
  if (!part || whole === null) return whole;
  return Math.max(0, Math.min(Number(part[2] || whole), whole) - Number(part[1] || 0));
}

function wordsNear(page, element) {
  const near = page.near(element);
  const described = ["aria-describedby", "aria-details"]
    .flatMap((name) => page.refs(element, name))
    .map((one) => one.textContent)
    .join(" ");
  const words = `${near.before} ${near.after} ${described}`;
  return { words: count(words), mentioned: MENTION.test(words), withheld: count(withheldWords(page, element)) };
}

/** Words that stand near and that not everybody gets: not in the accessibility tree. */
function withheldWords(page, element) {
  const { texts } = page;
  const next = texts.findIndex(({ text }) => element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
  const at = next < 0 ? texts.length : next;
  return texts
    .slice(Math.max(0, at - TEXTS_AROUND), at + TEXTS_AROUND)
    .filter((one) => !page.heard(one.element) && !element.contains(one.element))
    .map(({ words }) => words)
    .join(" ");
}

function count(words) {
  return (words.match(/[\p{L}\p{N}]+/gu) || []).length;
}
