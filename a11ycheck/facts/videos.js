// Videos that can be seen: their caption tracks, and whether there is sound.
(axe) => {
  const STATES = ["unread", "loading", "loaded", "broken"]; // HTMLTrackElement.readyState
  const tracks = (video) =>
    [...video.querySelectorAll("track")]
      .filter((track) => ["captions", "subtitles"].includes(track.kind))
      .map((track) => ({
        source: (track.getAttribute("src") || "").trim(),
        state: STATES[track.readyState],
        cues: track.readyState === 2 && track.track.cues ? track.track.cues.length : null,
      }));
  // Before it plays, Chromium has decoded the first pictures and the sound that goes with them.
  const sound = (video) => {
    if (video.webkitAudioDecodedByteCount > 0) return "yes";
    return video.webkitVideoDecodedByteCount > 0 ? "no" : "unknown";
  };
  return axe.utils
    .querySelectorAll(axe._tree[0], "video")
    .filter((node) => axe.commons.dom.isVisibleOnScreen(node))
    .map(({ actualNode: element }) => ({
      element,
      tracks: tracks(element),
      // Tracks that a script added carry no element; they are there all the same.
      others: [...element.textTracks].filter((track) => ["captions", "subtitles"].includes(track.kind)).length,
      sound: sound(element),
      // A moving background: nobody can switch its sound on.
      mute: element.muted && !element.controls && element.autoplay,
      // Cannot be told apart from one that plays later, unless the browser gave up on it.
      failed: Boolean(element.error) || element.networkState === 3,
    }));
}
