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
 * Return the regular expression of a template. `{name}` in it stands for any word of the list with that name, in any
 * language; words are themselves parts of regular expressions, and may name further lists.
 *
 * pattern("^{greeting},? {name}", { greeting: { en: ["hello"], nl: ["hallo"] }, name: { en: ["world"] } })
 * @param {string} template
 * @param {Record<string, Record<string, string[]>>} lists
 */
export function pattern(template, lists, flags = "i") {
  const expand = (source) =>
    source.replace(/\{([a-z][\w-]*)\}/g, (_, name) => `(?:${allOf(lists[name]).map(expand).join("|")})`);
  return new RegExp(expand(template), flags);
}

/**
 * Return the text of a piece of HTML, which is parsed apart from the page: nothing in it is loaded or run.
 * @param {unknown} html
 */
export function textOfHtml(html) {
  return new DOMParser().parseFromString(String(html ?? ""), "text/html").body.textContent ?? "";
}
