// An order of the Tab key that goes against the order in which people read.
const GROUPS = "ul, ol, nav, form, fieldset, table, [role=toolbar], [role=group], p, div";
const MOST = 20; // hits for a tabindex

/** @type {Check<"keyboard" | "page">} */
export default ({ keyboard, page }) => {
  const stops = keyboard
    .filter(({ kind, element, seen, frame }) => kind === "stop" && element && seen === "yes" && !frame)
    .sort((a, b) => a.n - b.n);
  const pulled = stops.filter((row, at) => row.tabindex > 0 && isPulledAhead(row, stops.slice(at + 1)));
  /** @type {RuleHit[]} */
  const hits = pulled.slice(0, MOST).map(({ element, name, tabindex, order }) => ({
    element,
    message: "pulled-ahead",
    data: { name, value: tabindex },
    picture: order,
  }));
  // Where Tab goes round, nobody knows where it begins.
  if (keyboard.some(({ loop }) => loop)) return hits;
  for (const rows of groupsOf(page, stops)) {
    const back = rows.slice(1).filter((row, at) => isBefore(row, rows[at]));
    // One that stands apart may be meant so; most of them in the other order are not.
    if (!back.length || back.length < (rows.length - 1) * 0.6) continue;
    const [{ element, name, order }] = back;
    hits.push({ element, message: "other-way", data: { name, first: rows[0].name }, picture: order });
  }
  return hits;
};

/** Whether Tab comes to a stop before others that stand before it, in the code and for those who read. */
function isPulledAhead(row, later) {
  return later.some((other) => follows(row.element, other.element) && isBefore(other, row));
}

function follows(element, other) {
  return element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
}

/** Whether a stop is higher up than another, or further to the beginning of the same line. */
function isBefore(row, other) {
  const [a, b] = [row, other].map(({ place: [x, y], box: [, , w, h] }) => ({ x, y, w, h }));
  if (a.y + a.h <= b.y + 2) return true;
  const sameLine = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > Math.min(a.h, b.h) / 2;
  if (!sameLine) return false;
  const rightToLeft = getComputedStyle(document.documentElement).direction === "rtl";
  return rightToLeft ? a.x > b.x + b.w - 2 : a.x + a.w <= b.x + 2;
}

/** Return the stops of each list, row or form, two and more, in the order of the Tab key. */
function groupsOf(page, stops) {
  const groups = new Map();
  for (const row of stops) {
    if (row.tabindex > 0 || isFixed(page, row.element)) continue;
    const group = row.element.parentElement?.closest(GROUPS) ?? null;
    if (group) groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}

function isFixed(page, element) {
  for (let at = element; at; at = page.parent(at)) if (/fixed|sticky/.test(page.style(at).position)) return true;
  return false;
}
