// Names on elements whose role takes none: WAI-ARIA 1.2, "Prohibited states and properties".
// @requires text, words/drawing_names
const NAMELESS = new Set(
  (
    "caption, code, deletion, emphasis, generic, insertion, none, paragraph, presentation, strong, subscript, " +
    "superscript"
  ).split(", "),
);
/** Elements whose role is generic, or is taken as generic. */
const GENERIC = new Set(
  (
    "div, span, p, b, i, u, s, small, em, strong, code, pre, sub, sup, ins, del, q, bdi, bdo, samp, data, caption, " +
    "font, center, tt, big, strike"
  ).split(", "),
);
const NAMED =
  "[aria-label], [aria-labelledby], [aria-braillelabel], [aria-roledescription], [aria-brailleroledescription]";
const ATTRIBUTES = ["aria-label", "aria-labelledby", "aria-braillelabel"];
/** What drawing tools call a shape by themselves: nothing is lost with it. */
const SHAPE = a11y.text.pattern(String.raw`^{drawing_names}( \d+)*$`, a11y.words, "");

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all(NAMED)) {
    const role = roleOf(page, element);
    if (!NAMELESS.has(role) || !page.heard(element)) continue;
    // With focus, browsers and screen readers read the name all the same.
    if (element.tabIndex >= 0 || element.isContentEditable || element.shadowRoot) continue;
    const attribute = ATTRIBUTES.find((name) => isLost(page, element, page.plain(given(page, element, name))));
    if (!attribute) continue;
    const text = given(page, element, attribute).trim().slice(0, 100);
    hits.push({ element, message: "lost", data: { attribute, role: role === "none" ? "presentation" : role, text } });
  }
  return hits;
};

/** Return the role of an element; for those without one, what they are by their tag or by an attribute. */
function roleOf(page, element) {
  const role = page.role(element);
  const written = element.getAttribute("role")?.trim().toLowerCase() || "";
  if (role || !/^(|none|presentation|generic)$/.test(written)) return role;
  if (written) return written;
  if (element.localName === "p") return "paragraph";
  return GENERIC.has(element.localName) ? "generic" : "";
}

/** Return the name that an attribute gives. */
function given(page, element, attribute) {
  if (attribute !== "aria-labelledby") return element.getAttribute(attribute) || "";
  const parts = page.refs(element, attribute);
  return parts.map((part) => part.textContent).join(" ");
}

/** Whether a name says something that the text of the element does not say too. */
function isLost(page, element, name) {
  const close = (text) => text.replace(/ /g, ""); // lines of a drawing have no spaces between them
  return Boolean(name) && !close(page.plain(element.textContent)).includes(close(name)) && !SHAPE.test(name);
}
