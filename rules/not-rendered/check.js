// A screen that is blank, still loads, or shows the error of a player or a server instead of a lesson.
// @requires text, words/unrendered_screens
const { unrendered_screens: WORDS } = a11y.words;
const LOADING = a11y.text.pattern(String.raw`^{loading}\b`, WORDS);
const LOADING_END = a11y.text.pattern(String.raw`\b{loadingEnd}[\s.…!]*$`, WORDS);
/** Only what a player or a server says instead of a lesson; a lesson about browsers has more to say than this. */
const ERRORS = [
  a11y.text.pattern(String.raw`{installFlash}\b.{0,40}\b(adobe )?flash( player)?\b`, WORDS),
  a11y.text.pattern(String.raw`\bflash player\b.{0,60}\b{flashMissing}`, WORDS),
  a11y.text.pattern(String.raw`\b{enableScripts}\b.{0,30}\bjavascript\b`, WORDS),
  a11y.text.pattern(String.raw`\bjavascript\b.{0,40}\b{scriptsMissing}`, WORDS),
  a11y.text.pattern(String.raw`\bbrowser\b.{0,40}\b{browserUnsupported}`, WORDS),
  // Players say this in English, whatever the language of the lesson.
  new RegExp(
    String.raw`\b(unable|failed|could not|cannot|can't)\b.{0,20}\b(find|acquire|locate|connect|initiali[sz]e)\b` +
      String.raw`.{0,30}\b(lms|api|scorm)\b`,
    "i",
  ),
];

/** @type {ScreenCheck<"rendered">} */
export default ({ frames }) => {
  // A frame of no size shows nothing, whatever stands in it.
  const shown = frames.map(({ rendered }) => rendered).filter(({ width, height }) => width > 2 && height > 2);
  const sum = (name) => shown.reduce((total, frame) => total + frame[name], 0);
  // A frame that could not be read may show anything.
  if (sum("frames") > frames.length - 1 || sum("media") || sum("backgrounds")) return [];
  const words = shown
    .map((frame) => frame.words)
    .join(" ")
    .trim();
  const text = sum("text");
  // Without scripts and frames nothing more will come: such a page is what it is, unless there is nothing in it at all.
  const still = !sum("scripts") && !sum("frames") && shown.some(({ elements }) => elements > 1);
  const little = !sum("controls") && !still;
  if (!text && little) return [{ message: sum("spinners") ? "loading" : "blank", data: {} }];
  if (text && text < 60 && little && (LOADING.test(words) || LOADING_END.test(words)))
    return [{ message: "loading", data: { words } }];
  const short = text < 200 && sum("controls") < 3;
  return short && ERRORS.some((error) => error.test(words)) ? [{ message: "error-text", data: { words } }] : [];
};
