// Scrolls to a text of this frame and tells by how much that moved it; without a mark, scrolls everything back.
(mark) => {
  const element = globalThis.a11ycheckMarked?.[mark];
  if (!element) {
    for (const [one, left, top] of globalThis.a11ycheckShown ?? []) one.scrollTo({ left, top, behavior: "instant" });
    delete globalThis.a11ycheckShown;
    return null;
  }
  const before = element.getBoundingClientRect();
  const kept = [];
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) if (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth) kept.push([at, at.scrollLeft, at.scrollTop]);
  globalThis.a11ycheckShown = kept;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const after = element.getBoundingClientRect();
  return [after.left - before.left, after.top - before.top];
}
