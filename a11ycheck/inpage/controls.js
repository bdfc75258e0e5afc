// The controls of this frame that can be seen and used, with what would hear of a click on them, from the inside out.
// `natural`: the browser itself does something with it.
() => {
  const MOST = 12;
  const list = [];
  const roots = [document];
  for (let n = 0; n < roots.length && n < 100; n++)
    for (const element of roots[n].querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!element.matches("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch], [role=slider], [role=checkbox]")) continue;
      if (element.disabled || element.getAttribute("aria-disabled") === "true" || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      if (list.length < MOST) list.push(element);
    }
  globalThis.a11ycheckControls = list;
  return list.map((element) => {
    const button = element.matches("button, [type=button], [role]") && !element.matches("input:not([type=button])");
    return { natural: !button || Boolean(element.form && element.type === "submit"), text: `${element.getAttribute("aria-label") ?? ""} ${element.textContent} ${[...(element.labels ?? [])].map((one) => one.textContent).join(" ")} ${element.value ?? ""}`.slice(0, 120) };
  });
}
