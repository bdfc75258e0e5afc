// Dragged in our hands, and a single press does nothing, neither on the thing nor on a control beside it.
({ drag }) => {
  const hits = [];
  for (const { element, name, n, slider, beside, pressed } of drag) {
    if (element && !beside && !pressed) hits.push({ element, message: slider ? "slider" : "item", data: { name, n } });
  }
  return hits;
}
