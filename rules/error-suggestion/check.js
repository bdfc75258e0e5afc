// An error that only says that a value is wrong, where neither it nor the words at the field show what would be right.
// @requires text, words/error_suggestions
const SHOWS = a11y.text.pattern(String.raw`\d|@|\b{error_suggestions}\b`, a11y.words);

/** @type {Check<"misfill">} */
export default ({ misfill }) => {
  const hits = [];
  for (const { element, wrong, told } of misfill) {
    if (!element || !told?.texts.length) continue;
    if (told.texts.some((text) => SHOWS.test(text)) || wrong.some(({ hint }) => SHOWS.test(hint))) continue;
    const fields = wrong.map(({ name }) => name).join(", ");
    hits.push({ element, message: "bare", data: { fields: fields.slice(0, 120), text: told.texts[0] } });
  }
  return hits;
};
