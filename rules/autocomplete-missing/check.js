// Fields for what people often fill in about themselves, without the autocomplete token that says so.
// @requires purposes
const FIELDS = "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=date]";

/** @type {Check<"page">} */
export default ({ page }) => {
  const purpose = (field) => a11y.purposes.purposeOf(page.plain(page.name(field)));
  const found = page
    .all(FIELDS)
    .filter((field) => page.seen(field) && page.heard(field) && !field.disabled && !field.readOnly)
    .map((element) => ({ element, purpose: purpose(element) }))
    .filter((field) => field.purpose);
  // One such field alone may be about anybody; two and more ask who the user is.
  if (new Set(found.map((field) => field.purpose)).size < 2) return [];
  return found
    .filter(({ element }) => !element.hasAttribute("autocomplete"))
    .map(({ element, purpose }) => ({
      element,
      message: "missing",
      data: { name: page.name(element).slice(0, 60), purpose },
    }));
};
