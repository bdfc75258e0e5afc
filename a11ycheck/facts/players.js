// Video players of this page: which controls their maker put around the video, by their names.
// @requires text, words/player_controls
const CONTROLS = Object.fromEntries(
  ["play", "volume", "captions", "description", "settings"].map((kind) => [
    kind,
    a11y.text.pattern(`\\b{${kind}}\\b`, a11y.words.player_controls),
  ]),
);
// What a player draws captions in by itself, where the wishes that the browser knows do not count.
const LAYER = "[class*=caption i], [class*=subtitle i], [class*=text-track i], [class*=ondertitel i]";
const BUTTONS =
  "button, [role=button], [role=switch], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], " +
  "[role=slider], input[type=range], input[type=checkbox], a[href], [title], [aria-label]";

/** @type {FactMaker<"players">} */
export default (_axe, { page }) =>
  page
    .all("video")
    .filter((video) => page.seen(video))
    .map((element) => {
      const { controls, drawn } = playerAround(page, element);
      const named = controls.map((control) => ({ control, name: nameOf(page, control) }));
      const has = (kind) => named.some(({ name }) => CONTROLS[kind].test(name));
      const tracks = [...element.textTracks];
      const captions = tracks.filter(({ kind }) => kind === "captions" || kind === "subtitles");
      return {
        element,
        native: element.controls,
        own: has("play"),
        drawn,
        unnamed: named.some(
          ({ control, name }) => !name && page.seen(control) && /^(button|a)$/.test(control.localName),
        ),
        play: has("play"),
        volume: has("volume"),
        captions: has("captions"),
        description: has("description"),
        settings: has("settings"),
        tracks: captions.length,
        shown: captions.some(({ mode }) => mode === "showing"),
        descriptions: tracks.some(({ kind }) => kind === "descriptions"),
      };
    });

function nameOf(page, control) {
  return page.name(control) || control.title || "";
}

/** The controls of the first of five boxes around a video that holds a button to play it. */
function playerAround(page, video) {
  for (let at = page.parent(video), n = 0; at && n < 5 && at !== document.body; at = page.parent(at), n += 1) {
    const controls = [...at.querySelectorAll(BUTTONS)].filter((one) => one !== video && isThere(page, one));
    if (!controls.some((one) => CONTROLS.play.test(nameOf(page, one)))) continue;
    return { controls, drawn: [...at.querySelectorAll(LAYER)].some(isCaptionLayer) };
  }
  return { controls: [], drawn: false };
}

/**
 * The bar of a player comes and goes. A button that is itself taken away, as that for captions of a film without any,
 * is no control of it.
 */
function isThere(page, element) {
  return [element, page.parent(element)].every((one) => !one || getComputedStyle(one).display !== "none");
}

function isCaptionLayer(element) {
  const inControl = element.closest("button, a, [role=button], [role=menu], dialog, [role=dialog]");
  return !inControl && !element.querySelector("button, a, input, select");
}
