// Videos with sound that have neither a description track nor a text that says as much.

/** @type {Check<"media">} */
export default ({ media }) =>
  media
    .filter(({ kind, shown, failed, sound }) => kind === "video" && shown && !failed && sound === "yes")
    .filter(({ muted, controls }) => !(muted && !controls))
    .filter(({ descriptions, transcripts }) => !descriptions && !transcripts.length)
    .filter(({ words, length }) => words < Math.max(20, Math.min((length || 0) * 0.7, 200)))
    .map(({ element }) => ({ element, message: "none" }));
