// A short text that came after a press, without the focus and outside all that is read out by itself. Sure only when
// both its words and the name that its author gave it say that it is a message, and the button stays as it was.

/** @type {Check<"operate">} */
export default ({ operate }) => {
  const hits = [];
  for (const { element: control, messages, dialog, focusIn, name, kind, relabelled, folds } of operate) {
    if (dialog || focusIn || /^(tab|details|carousel|menu)$/.test(kind)) continue;
    const first = messages.find(({ live, words, classy }) => !live && (words || classy));
    if (!first) continue;
    const sure = first.words && first.classy && !relabelled && !folds;
    const element = first.element?.isConnected ? first.element : control;
    hits.push({ element, message: sure ? "silent" : "unheard", data: { name, text: first.text } });
  }
  return hits.filter(({ element }) => element);
};
