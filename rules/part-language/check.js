// Parts of a page that are in another language than they declare.

/** @type {Check<"languages">} */
export default ({ languages }) => {
  const hits = [];
  for (const text of languages) {
    const { element, page, passage, said, answer } = text;
    const found = languages.verdict(text);
    if (!page && !passage && found) hits.push({ element, message: "other", data: { said, found } });
    // A whole paragraph in another language that nobody marked; the page's own language is right.
    if (passage && answer?.sure === "long")
      hits.push({ element, message: "unmarked", data: { said, found: answer.language } });
  }
  return hits;
};
