// Controls of this frame without words, in the window now, with the box of what is drawn in each: `state` is "on" or
// "off" where it has one, `group` is equal for those that are made alike.
() => {
  const MOST = 40;
  const rows = [];
  const told = new Set();
  const roots = [document];
  for (let n = 0; n < roots.length && n < 100; n++)
    for (const element of roots[n].querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (rows.length >= MOST || !element.matches("a[href], button, summary, input[type=checkbox], input[type=radio], [role=button], [role=checkbox], [role=radio], [role=switch], [role=link], [role=tab], [aria-pressed]")) continue;
      if (element.matches(":disabled, [aria-disabled=true]") || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || /\S/.test(element.innerText ?? "")) continue;
      const own = element.matches("input") && getComputedStyle(element).appearance !== "none";
      if (own) continue; // the browser draws it
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width < 10 || height < 10 || width > 200 || height > 120 || left < 0 || top < 0 || left + width > innerWidth || top + height > innerHeight) continue;
      const edge = 3 + Math.max(element.clientLeft, element.clientTop);
      const on = element.matches(":checked") || ["aria-checked", "aria-pressed", "aria-selected"].some((name) => element.getAttribute(name) === "true");
      const stateful = on || element.matches("input") || ["aria-checked", "aria-pressed", "aria-selected"].some((name) => element.hasAttribute(name));
      // A button in a link without words has the same sign.
      let outer = element.parentElement;
      while (outer && !told.has(outer)) outer = outer.parentElement;
      if (outer) continue;
      told.add(element);
      rows.push({
        mark: globalThis.a11ycheckMark(element),
        box: [left + edge, top + edge, width - 2 * edge, height - 2 * edge],
        state: stateful ? (on ? "on" : "off") : "",
        group: `${element.localName} ${(element.getAttribute("class") ?? "").replace(/\S*(active|selected|checked|on|off)\b/gi, "")} ${Math.round(width)} ${Math.round(height)}`,
        name: (element.getAttribute("aria-label") || element.title || [...(element.labels ?? [])].map((one) => one.textContent.trim()).join(" ")).slice(0, 80),
      });
    }
  return rows;
}
