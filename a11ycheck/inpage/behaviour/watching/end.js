// What changed by itself in this frame since watching/begin.js.
// @requires state, visibility
export default () => {
  const { state } = a11y.state;
  const { observer, changes, media } = state.watch ?? {};
  delete state.watch;
  if (!observer) return [];
  observer.disconnect();
  return [...changedTexts(changes), ...playedMedia(media)];
};

function changedTexts(changes) {
  const rows = [];
  for (const [element, times] of changes) {
    if (rows.length >= 10 || !element.isConnected || times.length < 2) continue;
    if (!a11y.visibility.isRendered(element)) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width < 3 || height < 5 || left + width < 0 || top + height < 0) continue;
    const [last, text] = times.at(-1);
    const words = [...new Set(times.map((change) => change[1]))].slice(0, 12);
    rows.push({ kind: "changes", mark: a11y.state.mark(element), last, words, text });
  }
  return rows;
}

function playedMedia(media) {
  const rows = [];
  for (const [element, from] of media) {
    const played = element.currentTime - from;
    if (played <= 0 || element.paused) continue;
    const { controls, autoplay } = element;
    const isVideo = element.localName === "video";
    const hasSound = !isVideo || element.webkitAudioDecodedByteCount > 0;
    const silent = element.muted || element.volume === 0 || !hasSound;
    const mark = a11y.state.mark(element);
    rows.push({ kind: "plays", mark, played, silent, video: isVideo, controls, autoplay });
  }
  return rows;
}
