({ ends }) => {
  const hits = [];
  for (const two of ends) {
    if (two.first) continue;
    const one = ends.find(({ pair, first }) => first && pair === two.pair);
    const differ = ends.differ(one, two);
    if (differ === "yes") hits.push({ element: two.element, message: "other-end", data: { name: two.label } });
    if (differ === "unknown" && !two.same) hits.push({ element: two.element, message: "unknown-end", data: { name: two.label } });
  }
  return hits;
}
