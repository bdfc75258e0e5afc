// Fields for a password that is known already: whether a password manager may fill them in, and whether one may paste.
// @requires text, words/passwords
const NEW = a11y.text.pattern("\\b{new}", a11y.words.passwords);

/** @type {FactMaker<"logins">} */
export default (_axe, { page }) => {
  const fields = page.all("input[type=password]").filter((field) => page.seen(field) && page.heard(field));
  const form = (field) => field.form || document.body;
  return fields
    .filter((field) => !NEW.test(page.name(field)))
    .filter((field) => fields.filter((other) => form(other) === form(field)).length === 1)
    .map((element) => ({
      element,
      name: page.name(element),
      autocomplete: (element.getAttribute("autocomplete") || "").trim().toLowerCase(),
      refuses: refusesPaste(element),
    }));
};

/** Pasting is tried with an event, and what it wrote is taken out again. */
function refusesPaste(field) {
  if (field.disabled || field.readOnly) return false;
  const before = field.value;
  const data = new DataTransfer();
  data.setData("text/plain", "x");
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true, clipboardData: data });
  const refused = !field.dispatchEvent(event) && field.value === before;
  if (field.value !== before) field.value = before;
  return refused;
}
