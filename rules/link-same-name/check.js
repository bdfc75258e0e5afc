// Two links with the same name in the same surroundings that lead to different content (ACT rule fd3a94).

/** @type {Check<"ends">} */
export default ({ ends }) => {
  const hits = [];
  for (const second of ends) {
    if (second.first || !second.same) continue;
    const first = ends.find((end) => end.first && end.pair === second.pair);
    if (ends.differ(first, second) === "yes")
      hits.push({ element: second.element, message: "other-end", data: { name: second.label } });
  }
  return hits;
};
