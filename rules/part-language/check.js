({ languages }) => {
  const hits = [];
  for (const one of languages) {
    const found = languages.verdict(one);
    if (!one.page && !one.passage && found) hits.push({ element: one.element, message: "other", data: { said: one.said, found } });
    // A whole paragraph in another language that nobody marked; the page's own language is right.
    if (one.passage && one.answer?.sure === "long") hits.push({ element: one.element, message: "unmarked", data: { said: one.said, found: one.answer.language } });
  }
  return hits;
}
