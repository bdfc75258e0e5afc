// @requires dom, text, visibility
// Controls of any page: which ones there are, whether they can be used, and what code calls them.

const CLICKABLE =
  "a[href], area[href], button, input[type=button], input[type=submit], input[type=image], summary, " +
  "[role=button], [role=link], [role=menuitem], [role=treeitem], [role=tab], [onclick], [ng-click], [data-href]";
const MOST_POINTED = 4000;
const MOST_CONTROLS = 1500;

/**
 * Return the visible controls of the document, through open shadow roots: what has the element or role of a control,
 * then the outermost elements that only have a hand for a pointer.
 * @returns {any[]}
 */
export function visibleControls() {
  const parts = a11y.dom.all("img, div, span, li, td, svg, p, h2, h3, figure, label, g").slice(0, MOST_POINTED);
  const controls = new Set([...a11y.dom.all(CLICKABLE), ...parts.filter(isPointed)]);
  return [...controls].filter((control) => a11y.visibility.isVisible(control)).slice(0, MOST_CONTROLS);
}

/** Whether the pointer becomes a hand over an element, and neither its parent nor a control around it is the reason. */
function isPointed(element) {
  if (getComputedStyle(element).cursor !== "pointer") return false;
  if (element.closest("a[href], button, label, select, [onclick], [role]")) return false;
  return !element.parentElement || getComputedStyle(element.parentElement).cursor !== "pointer";
}

/**
 * Whether a control is disabled or locked, by an attribute, a class or a style.
 * @param {Element} element
 */
export function isDisabled(element) {
  const signs = "[disabled], [aria-disabled=true], .disabled, .is-disabled, .locked, .is-locked, [inert]";
  return Boolean(element.closest(signs)) || getComputedStyle(element).pointerEvents === "none";
}

/**
 * Return what an author's code calls a control and its picture, as words: btnNext → "btn next".
 * @param {Element} element
 */
export function codeNames(element) {
  const icon = element.querySelector("img, svg, i, span[class], use");
  const names = [element, icon]
    .filter(Boolean)
    .flatMap((part) => [
      part.id,
      part.getAttribute("class"),
      part.getAttribute("name"),
      part.title,
      part.getAttribute("onclick"),
      part.getAttribute("href")?.startsWith("javascript:") ? part.getAttribute("href") : "",
      fileName(part.getAttribute("src") ?? part.getAttribute("xlink:href") ?? ""),
      part.getAttribute("data-action") ?? part.getAttribute("data-nav") ?? "",
    ]);
  return a11y.text.plain(a11y.text.splitCamelCase(names.join(" ")), { compatible: false });
}

function fileName(address) {
  return address.split(/[?#]/)[0].split("/").pop();
}

/**
 * Return a selector for this element alone; ">>" goes into an open shadow root, as in Playwright.
 * @param {Element} element
 * @returns {string}
 */
export function uniqueSelector(element) {
  const parts = [];
  for (let at = element; at?.nodeType === 1; at = at.parentElement) {
    const byId = `#${CSS.escape(at.id)}`;
    if (at.id && at.getRootNode().querySelectorAll(byId).length === 1) {
      parts.unshift(byId);
      break;
    }
    const same = [...(at.parentNode?.children ?? [])].filter((child) => child.localName === at.localName);
    parts.unshift(`${CSS.escape(at.localName)}:nth-of-type(${same.indexOf(at) + 1})`);
  }
  const host = element.getRootNode().host;
  const selector = parts.join(" > ");
  return host ? `${uniqueSelector(host)} >> ${selector}` : selector;
}

/**
 * Set the value of a field past a property that a framework put on it: it then notices the events that follow.
 * @param {any} field
 * @param {string} value
 */
export function setValue(field, value) {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
  if (setter) setter.call(field, value);
  else field.value = value;
}
