// Videos that can be seen: their caption tracks, and whether there is sound.
// @requires media
const STATES = ["unread", "loading", "loaded", "broken"]; // HTMLTrackElement.readyState
const CAPTIONS = /^(captions|subtitles)$/;

/** @type {FactMaker<"videos">} */
export default (axe) =>
  axe.utils
    .querySelectorAll(axe._tree[0], "video")
    .filter((node) => axe.commons.dom.isVisibleOnScreen(node))
    .map(({ actualNode: element }) => ({
      element,
      tracks: captionTracks(element),
      // Tracks that a script added carry no element; they are there all the same.
      others: [...element.textTracks].filter((track) => CAPTIONS.test(track.kind)).length,
      sound: a11y.media.soundOf(element),
      // A moving background: nobody can switch its sound on.
      mute: element.muted && !element.controls && element.autoplay,
      // Cannot be told apart from one that plays later, unless the browser gave up on it.
      failed: Boolean(element.error) || element.networkState === 3,
    }));

function captionTracks(video) {
  return [...video.querySelectorAll("track")]
    .filter((track) => CAPTIONS.test(track.kind))
    .map((track) => ({
      source: (track.getAttribute("src") || "").trim(),
      state: STATES[track.readyState],
      cues: track.readyState === 2 && track.track.cues ? track.track.cues.length : null,
    }));
}
