// Sound that begins by itself, and no control that stops it.
// @requires text, words/sound_controls
const STOPS = a11y.text.pattern(String.raw`\b{sound_controls}\b`, a11y.words);
const CONTROLS = "button, [role=button], [role=switch], [role=slider], input[type=range], input[type=button], summary";
const SHORT = 3; // seconds that WCAG 1.4.2 allows

/** @type {Check<"media" | "page">} */
export default ({ media, page }) => {
  const hits = [];
  for (const { element, kind, autoplay, muted, controls, shown, length, sound, loop } of media) {
    if (!autoplay || muted || sound === "no" || element.error) continue;
    if (controls && shown) continue; // its own controls stop it
    if (length !== null && length <= SHORT && !loop) continue;
    if (page.all(CONTROLS).some((control) => page.seen(control) && STOPS.test(page.name(control)))) continue;
    const sure = length !== null && sound === "yes";
    hits.push({ element, message: sure ? "plays" : "may-play", data: { seconds: seconds(length), kind } });
  }
  return hits;
};

function seconds(length) {
  if (length === null) return "?";
  return length === Infinity ? "∞" : Math.round(length);
}
