// Two links of one name in one and the same surroundings whose ends say different things (ACT fd3a94).
({ ends }) => {
  const hits = [];
  for (const two of ends) {
    if (two.first || !two.same) continue;
    const one = ends.find(({ pair, first }) => first && pair === two.pair);
    if (ends.differ(one, two) === "yes") hits.push({ element: two.element, message: "other-end", data: { name: two.label } });
  }
  return hits;
}
