// After a skip link was used and Tab pressed: where the focus is, seen from the link's target. null: it cannot be told.
(mark) => {
  const link = globalThis.a11ycheckMarked[mark];
  let id = link.getAttribute("href").slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // as it stands
  }
  const target = link.getRootNode().getElementById?.(id) ?? document.getElementById(id) ?? document.getElementsByName(id)[0];
  const active = document.activeElement;
  if (!target || !active || active === document.body || active === document.documentElement) return null;
  // Past the last place Tab begins again at the first.
  if (active === link || link.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING) return null;
  if (target === active || target.contains(active)) return "there";
  if (!(link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
  return target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? "there" : "before";
}
