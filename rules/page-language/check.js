// Whether the page is in the language that it declares.

/** @type {Check<"languages">} */
export default ({ languages }) =>
  languages
    .filter(({ page }) => page)
    .flatMap((text) => {
      const found = languages.verdict(text);
      return found ? [{ element: text.element, message: "other", data: { said: text.said, found } }] : [];
    });
