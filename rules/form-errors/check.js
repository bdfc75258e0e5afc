// A form that came back after it was sent empty, and does not say in words what is missing. Sure only where it was
// refused (nothing was sent, or it came again) and no text at all came of that.

/** @type {Check<"forms">} */
export default ({ forms }) => {
  const hits = [];
  for (const { element, name, asked, sent, refused, told, anew } of forms) {
    if (!element || !told || refused || told.left < asked || (anew && !told.texts.length && !told.invalid)) continue;
    if (told.named || told.focus) continue;
    const data = { name, n: asked };
    if (!told.texts.length && !sent) hits.push({ element, message: "silent", data });
    else if (told.texts.length && asked > 1) hits.push({ element, message: "unnamed", data });
  }
  return hits;
};
