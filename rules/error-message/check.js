// Errors of a form that assistive technology does not get, and errors that name no field.
// @requires text, words/error_messages
const { error_messages: WORDS } = a11y.words;
const MARK = a11y.text.pattern(String.raw`(^|[-_\s]){marks}([-_\s]|$)`, WORDS);
const WRONG = a11y.text.pattern(String.raw`\b{wrong}\b`, WORDS);
const NONE = a11y.text.pattern(String.raw`\b{no} {errors}\b`, WORDS);
const GENERAL = a11y.text.pattern(String.raw`\b{general}\b`, WORDS);
const COMMON = new Set(a11y.text.allOf(WORDS.common));
const FIELDS =
  "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea, " +
  "[role=textbox], [role=combobox], [role=listbox], [role=spinbutton]";
const OTHERS = "label, legend, button, option, a, h1, h2, h3, script, textarea";

/** @type {Check<"page">} */
export default ({ page }) => {
  const fields = page.all(FIELDS).filter((field) => page.seen(field) && !field.disabled);
  const hits = [];
  for (const block of fields.length ? errorsOf(page) : []) {
    const near = block.closest("form, [role=form], fieldset, main, body");
    const inForm = fields.filter((field) => near.contains(field));
    const words = a11y.text.collapse(block.textContent);
    const data = { text: words.slice(0, 100) };
    if (!inForm.length) continue;
    if (!page.heard(block)) {
      if (!isHeardElsewhere(page, block, words, inForm)) hits.push({ element: block, message: "hidden", data });
    } else if (!namesField(page, block, words, fields, inForm))
      hits.push({ element: block, message: "names-no-field", data });
  }
  return hits;
};

/** Return the blocks that can be seen, say that something is wrong, and are called an error in the code. */
function errorsOf(page) {
  const done = new Set();
  return page.texts
    .map(({ element }) => element.closest("p, div, span, li, td, output, strong, em, small, b") || element)
    .filter((block) => {
      if (done.has(block) || block.matches(OTHERS)) return false;
      done.add(block);
      const words = a11y.text.collapse(block.textContent);
      if (words.length < 4 || words.length > 300 || block.querySelector(FIELDS)) return false;
      if (block.closest("label, legend, button, option") || !page.seen(block)) return false;
      return WRONG.test(words) && !NONE.test(words) && isMarked(block);
    });
}

/** Whether an element, or one closely around it, is called an error in the code. */
function isMarked(element) {
  for (let at = element, n = 0; at && n < 3; at = at.parentElement, n++) {
    if (at.matches("form, body, main, fieldset")) return false;
    if (MARK.test(`${at.id} ${at.getAttribute("class") || ""}`)) return true;
    if (at.matches("[role=alert], [aria-live=assertive]")) return true;
  }
  return false;
}

/** Whether a field refers to an error, or the same words stand somewhere in the accessibility tree. */
function isHeardElsewhere(page, block, words, fields) {
  const attributes = ["aria-describedby", "aria-errormessage", "aria-labelledby"];
  if (fields.some((field) => refersTo(page, field, attributes, block))) return true;
  return page.texts.some((text) => page.heard(text.element) && page.plain(text.words).includes(page.plain(words)));
}

function refersTo(page, field, attributes, block) {
  return attributes.some((attribute) => page.refs(field, attribute).some((part) => part.contains(block)));
}

/** Whether people can tell which field an error is about. */
function namesField(page, block, words, fields, inForm) {
  if (inForm.length < 2 || !GENERAL.test(words)) return true;
  if (inForm.some((field) => field.getAttribute("aria-invalid") === "true")) return true;
  if (inForm.some((field) => refersTo(page, field, ["aria-describedby", "aria-errormessage"], block))) return true;
  return standsAtField(block, inForm) || saysLabel(page, words, fields) || isList(block);
}

/** Whether an error stands beside one field alone. */
function standsAtField(block, fields) {
  let around = block.parentElement;
  while (around && !fields.some((field) => around.contains(field))) around = around.parentElement;
  return around && fields.filter((field) => around.contains(field)).length === 1;
}

function saysLabel(page, words, fields) {
  const said = new Set(page.plain(words).split(" "));
  return fields.some((field) => {
    const legend = field.closest("fieldset")?.querySelector("legend")?.textContent || "";
    const label = page.plain(`${page.name(field)} ${legend}`).split(" ");
    return label.some((word) => word.length > 2 && !COMMON.has(word) && said.has(word));
  });
}

/** Whether a list of errors, or links to fields, belongs to an error. */
function isList(block) {
  return block.parentElement.querySelector("ul, ol, a[href^='#']") || block.nextElementSibling?.matches("ul, ol");
}
