// @requires dom, text
// What elements are called. With axe set up for the document, `accessibleName` says what assistive technology gets.
// Where axe is not at hand, or too slow for the moment, `nameFrom` takes the first of the sources that says something.

/**
 * Return the accessible name of an element, "" for none. axe.setup() must have been called in this world.
 * @param {any} element
 */
export function accessibleName(element) {
  const node = axe.utils.getNodeFromTree(element);
  return node ? a11y.text.collapse(axe.commons.text.accessibleTextVirtual(node)) : "";
}

/** Where an element may take a name from, without the accessibility tree. */
const SOURCES = {
  "aria-label": (element) => element.getAttribute("aria-label"),
  "aria-labelledby": (element) =>
    a11y.dom
      .references(element, "aria-labelledby")
      .map((one) => one.textContent)
      .join(" "),
  "first reference": (element) =>
    a11y.dom
      .references(element, "aria-labelledby")
      .map((one) => one.textContent)
      .find((text) => text.trim()),
  labels: (element) => [...(element.labels ?? [])].map((label) => label.innerText).join(" "),
  text: (element) => element.innerText ?? element.textContent,
  value: (element) => element.value,
  pictures: (element) =>
    [...element.querySelectorAll("img[alt], svg title")].map((one) => one.alt ?? one.textContent).join(" "),
  picture: (element) => element.querySelector("img[alt]")?.alt,
  alt: (element) => element.alt,
  title: (element) => element.getAttribute("title"),
  placeholder: (element) => element.getAttribute("placeholder"),
};

/**
 * Return the first name that one of the sources gives, on one line; "" for none.
 * @param {any} element
 * @param {string[]} sources
 */
export function nameFrom(element, sources, most = Infinity) {
  for (const source of sources) {
    const name = a11y.text.collapse(SOURCES[source](element), most);
    if (name) return name;
  }
  return "";
}

/**
 * Return what a control is called as far as it shows: by its references, label, text or value, pictures, title.
 * @param {any} element
 */
export function visibleName(element, most = 120) {
  const shown = element.matches("input") ? ["value", "alt"] : ["text"];
  return nameFrom(element, ["aria-labelledby", "aria-label", ...shown, "pictures", "alt", "title"], most);
}
