// Videos with sound and without captions that work.

/** @type {Check<"videos" | "media" | "players">} */
export default ({ videos, media, players }) => {
  const silent = new Set(media.filter(({ sound }) => sound === "no").map(({ element }) => element));
  // Some players take the tracks out of the page, and show their button for captions where there are any.
  const offered = new Set(players.filter(({ own, captions }) => own && captions).map(({ element }) => element));
  const hits = [];
  for (const { element, tracks, others, sound, mute, failed } of videos) {
    if (mute || sound === "no" || silent.has(element)) continue; // a track of silence is no sound
    const broken = tracks.find((track) => !track.source || track.state === "broken");
    const working = tracks.filter((track) => track !== broken && track.cues !== 0);
    // A blob address is filled in by a script, which may add its cues later.
    const empty = tracks.find((track) => track.cues === 0 && !track.source.startsWith("blob:"));
    if (working.length || others > tracks.length) continue;
    if (broken) hits.push({ element, message: "broken-track", data: { file: broken.source || "–" } });
    else if (empty) hits.push({ element, message: "empty-track", data: { file: empty.source } });
    else if (!tracks.length && !failed && !offered.has(element)) hits.push({ element, message: "no-track" });
  }
  return hits;
};
