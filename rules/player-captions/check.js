// Video players that do not let people switch on or adapt captions and description.

/** @type {Check<"players">} */
export default ({ players }) =>
  players.flatMap((player) => {
    const { element, native, own, unnamed, captions, settings } = player;
    const messages = [];
    // The browser's own controls have a captions button as soon as there is a track.
    if (player.tracks && !native && own && !captions) {
      if (settings) messages.push("behind-menu");
      else if (!unnamed && !player.shown) messages.push("no-switch");
    }
    // No browser offers a description track: only a player can.
    const readable = native || (own && !unnamed);
    if (player.descriptions && !player.description && !settings && readable) messages.push("no-description-switch");
    // Captions that a script draws do not follow the settings of the browser or the system.
    if (captions && player.drawn && !native && !settings) messages.push("own-look");
    return messages.map((message) => ({ element, message, data: {} }));
  });
