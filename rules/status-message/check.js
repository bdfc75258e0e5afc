// A short text that came after a press, without the focus and outside all that is read out by itself. Sure only when
// both its words and the name that its author gave it say that it is a message, and the button stays as it was.
({ operate }) => {
  const hits = [];
  for (const { element: control, messages, dialog, focusIn, name, kind, relabelled, folds } of operate) {
    if (dialog || focusIn || /^(tab|details|carousel|menu)$/.test(kind)) continue;
    for (const { element, text, live, words, classy } of messages) {
      if (live || !(words || classy)) continue;
      const sure = words && classy && !relabelled && !folds;
      hits.push({ element: element?.isConnected ? element : control, message: sure ? "silent" : "unheard", data: { name, text } });
      break;
    }
  }
  return hits.filter(({ element }) => element);
}
