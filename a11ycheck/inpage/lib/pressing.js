// @requires commands, controls, dom, phrases, text, visibility, words/dangerous_controls
// What may be pressed without harm, and what has the focus.

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], iframe, [contenteditable=true]";
const STATES =
  "aria-expanded aria-pressed aria-selected aria-checked aria-haspopup aria-controls popovertarget commandfor";
// What scripts say of the page's own elements, and of nothing that is kept anywhere.
const OWN_CALLS = /classList\s*\.\s*remove|remove(?:Attribute|Class|Child)/g;

/**
 * Whether an author's code gives an element one of these names: in its attributes, or in those that wire it to scripts.
 * @param {Element} element
 * @param {Record<string, string[]>} phrases
 * @param {string} except a phrase that does not count
 */
export function isNamedInCode(element, phrases, except = "") {
  const wired = [...element.attributes].filter(({ name }) => /^(data-|hx-|ng-|v-|x-|@|on)/.test(name));
  const code = wired.map(({ name, value }) => `${name} ${value}`.slice(0, 200).replace(OWN_CALLS, "")).join(" ");
  const names = `${a11y.controls.codeNames(element)} ${a11y.text.splitCamelCase(code)}`;
  const counted = a11y.text.allOf(phrases).filter((phrase) => phrase !== except);
  return a11y.phrases.mentionsPhrase({ all: counted }, names);
}

/**
 * Return why an element must not be pressed now: "words" for its names, "form" for what it sends, "ends" when it ends
 * the course; "" when it may be.
 *
 * In a package (`isPackage`) nothing that is sent arrives, so words leave nothing alone: what ends the course is only
 * kept for the end. With `unfolds`, a name that is a question does no harm: the element shows what it is about.
 * @param {any} element
 * @param {string} name
 * @param {{ isPackage?: boolean, unfolds?: boolean }} [where]
 * @returns {"" | "words" | "form" | "ends"}
 */
export function reasonToLeave(element, name, { isPackage = false, unfolds = false } = {}) {
  if (isPackage) {
    if (a11y.commands.endsCourse(name)) return "ends";
  } else if (isDangerous(element, name, unfolds)) return "words";
  const sends = element.form && /^(submit|reset|image)$/.test(element.type);
  return element.matches("[formaction], [download], input[type=file]") || sends ? "form" : "";
}

/** Whether a control of a platform changes something: its names are commands, or only code tells what it does. */
function isDangerous(element, name, unfolds) {
  if (a11y.commands.isAnswer(element)) return false;
  if (isNamedInCode(element, a11y.words.dangerous_controls.codeNames)) return true;
  if (unfolds && /\?\s*$/.test(name)) return false;
  const names = [name, element.title, element.getAttribute("aria-label"), element.value];
  return names.some((each) => typeof each === "string" && a11y.commands.isCommand(each));
}

/**
 * Whether an element leads to another document.
 * @param {Element} element
 */
export function leadsAway(element) {
  const link = element.closest("a[href], area[href]");
  return Boolean(link) && !/^\s*(#|javascript:|$)/i.test(link.getAttribute("href"));
}

/**
 * Return the attributes that tell assistive technology the state of an element, as "name=value".
 * @param {Element} element
 */
export function announcedStates(element) {
  const given = STATES.split(" ").filter((name) => element.hasAttribute(name));
  return given.map((name) => `${name}=${element.getAttribute(name)}`);
}

/**
 * Return the element that has the focus, null when nothing but the document has it.
 * @returns {any}
 */
export function focused() {
  const active = a11y.dom.activeElement();
  return !active || active === document.body || active === document.documentElement ? null : active;
}

/**
 * Return the visible elements below a root that Tab reaches.
 * @param {Document | Element} root
 */
export function tabStops(root = document) {
  const isStop = (element) =>
    element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" && a11y.visibility.isVisible(element);
  return a11y.dom.all(FOCUSABLE, root).filter(isStop);
}
