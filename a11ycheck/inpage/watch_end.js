// What changed by itself in this frame since watch_begin.
() => {
  const { observer, changes, media } = globalThis.a11ycheckWatch ?? {};
  delete globalThis.a11ycheckWatch;
  if (!observer) return [];
  observer.disconnect();
  const rows = [];
  for (const [element, times] of changes) {
    if (rows.length >= 10 || !element.isConnected || times.length < 2) continue;
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width < 3 || height < 5 || left + width < 0 || top + height < 0) continue;
    rows.push({ kind: "changes", mark: globalThis.a11ycheckMark(element), last: times.at(-1)[0], words: [...new Set(times.map((one) => one[1]))].slice(0, 12), text: times.at(-1)[1] });
  }
  for (const [element, from] of media) {
    const played = element.currentTime - from;
    if (played <= 0 || element.paused) continue;
    rows.push({ kind: "plays", mark: globalThis.a11ycheckMark(element), played, silent: element.muted || element.volume === 0 || !(element.localName === "audio" || element.webkitAudioDecodedByteCount > 0), video: element.localName === "video", controls: element.controls, autoplay: element.autoplay });
  }
  return rows;
}
