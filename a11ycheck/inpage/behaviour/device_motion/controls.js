// The controls of this frame that can be seen and used. `natural`: the browser itself does something with a click.
// Keeps the elements as `controls`, to look up what listens to them.
// @requires dom, state, visibility
const MOST = 12;
const MOST_ROOTS = 100;
const CONTROLS =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch], " +
  "[role=slider], [role=checkbox]";

export default () => {
  const roots = a11y.dom.roots(document, { most: MOST_ROOTS });
  const controls = roots.flatMap((root) => [...root.querySelectorAll(CONTROLS)]).filter(isUsable);
  a11y.state.state.controls = controls.slice(0, MOST);
  return a11y.state.state.controls.map((control) => ({ natural: isNatural(control), text: textOf(control) }));
};

function isUsable(element) {
  if (element.disabled || element.getAttribute("aria-disabled") === "true") return false;
  return a11y.visibility.isRendered(element);
}

function isNatural(element) {
  const isButton = element.matches("button, [type=button], [role]") && !element.matches("input:not([type=button])");
  return !isButton || Boolean(element.form && element.type === "submit");
}

function textOf(element) {
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
  const label = element.getAttribute("aria-label") ?? "";
  return `${label} ${element.textContent} ${labels} ${element.value ?? ""}`.slice(0, 120);
}
