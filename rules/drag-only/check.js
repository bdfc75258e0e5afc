({ page }) => {
  const DRAG = "[draggable=true], [aria-grabbed], .ui-draggable, .ui-sortable-handle, .h5p-draggable, [class*=draggable], [class*=drag-item], [class*=drag-source], [class*=sortable-item], [data-draggable], [data-drag]";
  const WAYS = "button, select, input, [role=button], [role=listbox], [role=option], [role=combobox], [role=menuitem], [role=slider], [contenteditable=true]";
  const MOVE = /\b(move|place|put|up|down|left|right|to|swap|sort|order|select|choose|verplaats|plaats|omhoog|omlaag|naar|wissel|kies|sorteer|verschiebe\w*|nach (oben|unten)|déplacer|monter|descendre)\b|[↑↓←→▲▼]/i;
  // The keyboard reaches these, and that is why they are buttons; with a pointer they are dragged.
  const H5P = ".h5p-draggable, .h5p-drag-text .ui-draggable";
  const hits = [];
  const items = page.all(DRAG).filter((one) => page.seen(one) && (one.matches(H5P) || !one.matches("a[href], img:not([draggable]), input[type=range], html, body, .ui-draggable-handle")) && !one.closest("dialog, [role=dialog], .ui-dialog, [class*=titlebar]") && !one.querySelector(DRAG));
  const groups = new Map();
  for (const one of items) if (one.draggable || !one.matches("a, img")) groups.set(one.parentElement, [...(groups.get(one.parentElement) || []), one]);
  for (const [parent, all] of groups) {
    const box = parent.parentElement || parent;
    const way = all.some((one) => one.matches(WAYS) && !one.matches(H5P) && page.name(one)) || [...box.querySelectorAll(WAYS)].some((one) => !one.matches(H5P) && page.seen(one) && (MOVE.test(page.name(one)) || one.localName === "select"));
    if (!way) hits.push({ element: all[0], message: "drag", data: { text: all[0].textContent.replace(/\s+/g, " ").trim().slice(0, 60) || page.name(all[0]).slice(0, 60), n: all.length } });
  }
  // Pairs to be clicked: cards that the mouse can press and the keyboard cannot reach.
  for (const set of page.all("[class*=match], [class*=pairs], [class*=memory], [class*=connect-], [class*=koppel]")) {
    if (!page.seen(set) || set.closest(DRAG)) continue;
    const cards = [...set.querySelectorAll("div, span, li, td, img")].filter((one) => !one.childElementCount && page.style(one).cursor === "pointer" && page.seen(one) && !one.closest("a[href], button, label, [tabindex], [role=button], summary"));
    if (cards.length >= 4 && !set.querySelector("button, select, input, a[href], [tabindex='0']") && !hits.some(({ element }) => set.contains(element))) {
      hits.push({ element: cards[0], message: "matching", data: { n: cards.length } });
    }
  }
  return hits.slice(0, 20);
}
