// A step that commits to a payment, and offers neither an overview of the order nor a way to change it.
// @requires text, words/payment
const { payment: WORDS } = a11y.words;
/** What makes it final: "buy now" in a catalogue leads to a basket first. */
const FINAL = a11y.text.pattern("^{final}$", WORDS);
const CHECKS = a11y.text.pattern(String.raw`\b{check}(?![\p{L}])`, WORDS, "iu");
const CHANGES = a11y.text.pattern(String.raw`\b{change}(?![\p{L}])`, WORDS, "iu");
const CARD =
  "[autocomplete*=cc-number], [name*=cardnumber i], [id*=cardnumber i], [name*=card-number i], " +
  "[id*=card-number i], [name=iban i], [id=iban i]";
const FIELDS = "input:not([type=hidden], [type=submit], [type=button], [type=search]), select, textarea";

/** @type {Check<"page">} */
export default ({ page }) => {
  const shown = (selector) => page.all(selector).filter((element) => page.seen(element) && page.heard(element));
  const name = (control) => withoutArrow(page.name(control));
  const asks = (control) =>
    control.form ? [...control.form.elements].some((field) => field.matches(FIELDS)) : shown(CARD).length;
  const controls = shown("button, input[type=submit], input[type=button], [role=button]");
  const final = controls.find((control) => FINAL.test(name(control)) && asks(control));
  if (!final) return [];
  const others = [...controls, ...shown("a[href]")].filter((control) => control !== final);
  if (others.some((control) => CHANGES.test(name(control)) && !control.closest("nav, footer"))) return [];
  // The words of the step stand in its headings; a sentence further on may be about anything.
  const headings = shown("h1, h2, h3, h4, legend, caption, [role=heading]");
  if (headings.some((heading) => CHECKS.test(heading.textContent))) return [];
  return [{ element: final, message: "no-check", data: { name: name(final) } }];
};

function withoutArrow(name) {
  return a11y.text
    .collapse(name)
    .replace(/[.!›»→]+$/, "")
    .trim();
}
