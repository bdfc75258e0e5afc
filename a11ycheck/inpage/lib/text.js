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
 * Return a pattern of the words of all languages in a list, each a regular expression itself.
 *
 * `frame` stands around them, "%" for the words: "^(?:%)$", "\\b(?:%)\\b".
 * @param {Record<string, string[]>} words
 */
export function anyOf(words, frame = "\\b(?:%)\\b", flags = "i") {
  const either = Object.values(words).flat().join("|");
  return new RegExp(frame.split("%").join(either), flags);
}
