({ keyboard, page }) => {
  const stops = keyboard.filter((row) => row.kind === "stop" && row.element && row.seen === "yes" && !row.frame).sort((a, b) => a.n - b.n);
  const hits = [];
  const after = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
  // Whether one stands before the other for who reads: higher up, or further to the beginning of the same line.
  const before = (one, other) => {
    const [a, b] = [one, other].map(({ place: [x, y], box: [, , w, h] }) => ({ x, y, w, h }));
    if (a.y + a.h <= b.y + 2) return true;
    const line = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > Math.min(a.h, b.h) / 2;
    return line && (getComputedStyle(document.documentElement).direction === "rtl" ? a.x > b.x + b.w - 2 : a.x + a.w <= b.x + 2);
  };
  const pulled = stops.filter((row, at) => row.tabindex > 0 && stops.slice(at + 1).some((later) => after(row.element, later.element) && before(later, row)));
  for (const row of pulled.slice(0, 20)) hits.push({ element: row.element, message: "pulled-ahead", data: { name: row.name, value: row.tabindex }, picture: row.order });
  // Neighbours of one list, row or form that Tab goes through against the way they are read.
  const fixed = (element) => {
    for (let at = element; at; at = page.parent(at)) if (/fixed|sticky/.test(page.style(at).position)) return true;
    return false;
  };
  const groups = new Map();
  for (const row of stops) {
    if (row.tabindex > 0 || fixed(row.element)) continue;
    const group = row.element.parentElement?.closest("ul, ol, nav, form, fieldset, table, [role=toolbar], [role=group], p, div") ?? null;
    if (group) groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  // Where Tab goes round, nobody knows where it begins.
  const round = keyboard.some(({ loop }) => loop);
  for (const rows of groups.values()) {
    if (rows.length < 2 || round) continue;
    const back = rows.slice(1).filter((row, at) => before(row, rows[at]));
    // One that stands apart may be meant so; most of them the other way are not.
    if (back.length && back.length >= (rows.length - 1) * 0.6) hits.push({ element: back[0].element, message: "other-way", data: { name: back[0].name, first: rows[0].name }, picture: back[0].order });
  }
  return hits;
}
