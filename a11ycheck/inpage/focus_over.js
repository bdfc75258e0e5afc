// Which points of a frame, named by its mark, a fixed or sticky layer of this document covers.
(mark, points) => {
  const frame = globalThis.a11ycheckMarked[mark];
  return points.map(([x, y]) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
    if (!hit || hit === frame) return false;
    let opaque = false;
    for (let at = hit; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host ?? null) {
      const { position, backgroundColor, backgroundImage } = getComputedStyle(at);
      const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(backgroundColor)?.[1] ?? 1;
      opaque ||= alpha >= 0.9 || backgroundImage !== "none" || /^(img|video|canvas|iframe|svg)$/i.test(at.localName);
      if (/fixed|sticky/.test(position)) return opaque && !at.contains(frame);
    }
    return false;
  });
}
