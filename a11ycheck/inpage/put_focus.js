// Gives an element the focus and says where it stands now: its middle in the window of its frame, and whether a click
// there would reach it. `focus` false only scrolls it into view.
async (mark, focus) => {
  const one = globalThis.a11ycheckMarked[mark];
  if (!one?.isConnected || !one.checkVisibility()) return null;
  one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  if (focus) one.focus({ preventScroll: true });
  await Promise.race([new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))), new Promise((resolve) => setTimeout(resolve, 250))]);
  const { left, top, width, height } = [...one.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? one.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
  let reaches = false;
  for (let at = hit; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host ?? null) reaches ||= at === one;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return { x, y, reaches, focused: active === one };
}
