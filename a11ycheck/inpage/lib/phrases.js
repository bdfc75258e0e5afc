// @requires text
// Whether a text says one of a list of words or phrases, in any language. The phrases of a list are written as
// `text.plain` gives them: lower case, letters and digits only, single blanks between words ("let s go").

/**
 * Phrases by language: {en: ["next", "go on"], nl: ["volgende"]}.
 * @typedef {Record<string, string[]>} Phrases
 */

/**
 * Whether a text is one of the phrases, and says nothing else.
 * @param {Phrases} phrases
 * @param {string | null | undefined} text
 */
export function isPhrase(phrases, text) {
  const words = padded(text);
  return all(phrases).some((phrase) => words === ` ${phrase} `);
}

/**
 * Whether a text is one of the phrases, or begins with one.
 * @param {Phrases} phrases
 * @param {string | null | undefined} text
 */
export function startsWithPhrase(phrases, text) {
  const words = padded(text);
  return all(phrases).some((phrase) => words.startsWith(` ${phrase} `));
}

/**
 * Whether a text contains one of the phrases, as whole words.
 * @param {Phrases} phrases
 * @param {string | null | undefined} text
 */
export function mentionsPhrase(phrases, text) {
  const words = padded(text);
  return all(phrases).some((phrase) => words.includes(` ${phrase} `));
}

function all(phrases) {
  return Object.values(phrases).flat();
}

function padded(text) {
  return ` ${a11y.text.plain(String(text ?? ""), { compatible: false })} `;
}
