// Links with the same name that lead to different content, or to content that could not be compared.

/** @type {Check<"ends">} */
export default ({ ends }) => {
  const hits = [];
  for (const second of ends) {
    if (second.first) continue;
    const first = ends.find((end) => end.first && end.pair === second.pair);
    const differ = ends.differ(first, second);
    const hit = { element: second.element, data: { name: second.label } };
    if (differ === "yes") hits.push({ ...hit, message: "other-end" });
    if (differ === "unknown" && !second.same) hits.push({ ...hit, message: "unknown-end" });
  }
  return hits;
};
