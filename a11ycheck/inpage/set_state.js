// Where a set of items or a value stands: what has the focus, which item is said to be active, all values and choices.
(mark) => {
  const set = globalThis.a11ycheckMarked[mark];
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const lists = (set?.getAttribute("aria-controls") || set?.getAttribute("aria-owns") || "").split(/\s+/).map((id) => id && set.getRootNode().getElementById?.(id)).filter(Boolean);
  const inside = [set, ...lists, ...[set, ...lists].flatMap((one) => (one ? [...one.querySelectorAll("*")].slice(0, 300) : []))].filter(Boolean);
  const said = inside.map((one) => ["aria-selected", "aria-checked", "aria-expanded", "aria-valuenow", "aria-valuetext", "aria-activedescendant", "class", "style", "tabindex", "hidden"].map((name) => one.getAttribute(name) ?? "").join());
  const open = lists.some((one) => one.checkVisibility() && one.querySelector("[role=option], [role=row], [role=treeitem], li"));
  return { state: [globalThis.a11ycheckMark(active ?? document.body), set?.value ?? "", set?.scrollTop ?? 0, ...said].join("|"), open };
}
