// An error that only says that a value is wrong, where neither it nor the words at the field show what would be right.
({ misfill }) => {
  const SHOWS = /\d|@|\b(e\.?g\.?|for example|such as|like|example|format|must|should|at least|between|begin\w*|contain\w*|include\w*|use|bijv\w*|bijvoorbeeld|zoals|voorbeeld|moet|minstens|tussen|begint|bevat|gebruik|formaat|z\. ?b\.|zum beispiel|beispiel|muss|mindestens|zwischen|enthalten|exemple|doit|entre|contenir|commencer)\b/i;
  const hits = [];
  for (const { element, wrong, told } of misfill) {
    if (!element || !told?.texts.length) continue;
    if (told.texts.some((text) => SHOWS.test(text)) || wrong.some(({ hint }) => SHOWS.test(hint))) continue;
    hits.push({ element, message: "bare", data: { fields: wrong.map(({ name }) => name).join(", ").slice(0, 120), text: told.texts[0] } });
  }
  return hits;
}
