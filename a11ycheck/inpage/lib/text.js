// Texts as they are compared and told.

/**
 * Return a text on one line: white space as single blanks, none at its ends, cut off after `most` characters.
 * @param {string | null | undefined} text
 */
export function collapse(text, most = Infinity) {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return line.length > most ? line.slice(0, most) : line;
}

/**
 * Return the words of a text for comparison: letters and digits in lower case, single blanks between the words.
 *
 * With `compatible`, characters that only look different are the same: full-width letters, ligatures, small digits.
 * @param {string} text
 */
export function plain(text, { compatible = true } = {}) {
  return (compatible ? text.normalize("NFKC") : text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Put a blank between the words of a name in code: btnNext → "btn Next".
 * @param {string} name
 */
export function splitCamelCase(name) {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

/**
 * Return the words of a list in all languages.
 * @param {Record<string, string[]>} list
 * @returns {string[]}
 */
export function allOf(list) {
  return Object.values(list).flat();
}

/**
 * Return the source of a regular expression for any word of these lists, in any language: "(?:read more|lees meer)".
 * @param {Record<string, string[]>[]} lists
 */
export function either(...lists) {
  return `(?:${lists.flatMap(allOf).join("|")})`;
}

/**
 * Return a regular expression for any word of a list, in any language; `frame` stands around them, with "%" for the
 * words: "^(?:%)$".
 * @param {Record<string, string[]>} list
 */
export function anyOf(list, frame = "\\b(?:%)\\b", flags = "i") {
  return new RegExp(frame.split("%").join(allOf(list).join("|")), flags);
}

/**
 * Return the text of a piece of HTML, which is parsed apart from the page: nothing in it is loaded or run.
 * @param {unknown} html
 */
export function textOfHtml(html) {
  return new DOMParser().parseFromString(String(html ?? ""), "text/html").body.textContent ?? "";
}
