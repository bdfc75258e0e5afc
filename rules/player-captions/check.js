({ players }) =>
  players.flatMap(({ element, native, own, unnamed, captions, description, settings, drawn, tracks, shown, descriptions }) => {
    const hits = [];
    // The browser's own controls have a captions button as soon as there is a track.
    if (tracks && !native && own && !captions) {
      if (settings) hits.push({ element, message: "behind-menu", data: {} });
      else if (!unnamed && !shown) hits.push({ element, message: "no-switch", data: {} });
    }
    // No browser offers a description track: only a player can.
    if (descriptions && !description && !settings && (native || (own && !unnamed))) hits.push({ element, message: "no-description-switch", data: {} });
    // Drawn by a script, they do not follow what the browser or the system knows of a reader's wishes.
    if (captions && drawn && !native && !settings) hits.push({ element, message: "own-look", data: {} });
    return hits;
  })
