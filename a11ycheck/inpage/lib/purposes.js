// @requires text, words/personal_fields, words/personal_questions
// What fields ask about the person who fills them in, by their names.
const { purposes, required } = a11y.words.personal_fields;
const { bareName, organization } = a11y.words.personal_questions;
const PURPOSES = Object.entries(purposes).map(([token, words]) => ({
  token,
  name: a11y.text.pattern(`^${words.owner ? "({owner} )?" : ""}{label}( {required})?$`, { ...words, required }, ""),
}));
/** Names that may be about something else too. */
const BROAD = [
  { token: "name", name: a11y.text.pattern("^{bareName}( {required})?$", { bareName, required }, "") },
  { token: "organization", name: a11y.text.pattern("^{organization}( {required})?$", { organization, required }, "") },
];

/**
 * Return the token of `autocomplete` for a field with this name (as `text.plain` gives it), "" when it says none.
 *
 * With `broad`, "name" and "company" count too, which may be those of somebody or something else.
 * @param {string} name
 */
export function purposeOf(name, { broad = false } = {}) {
  const known = broad ? [...PURPOSES, ...BROAD] : PURPOSES;
  return known.find((purpose) => purpose.name.test(name))?.token ?? "";
}
