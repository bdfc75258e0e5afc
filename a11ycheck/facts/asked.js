// What the fields of this page ask about the person who fills them in: the purpose, as far as label or `autocomplete`
// tell it, which group or form the field is in, whether it is filled in already.
// @requires purposes, text, words/personal_questions
const { pattern } = a11y.text;
const WORDS = a11y.words.personal_questions;
const FIELDS = "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=date]";
const MOST = 200; // fields
const SAME = pattern("\\b{sameAsBefore}\\b", WORDS);
// Steps of one process say so: "Step 2 of 4".
const STEP = pattern("(?:^|[^\\p{L}])({step})\\s*(\\d+)\\s*({of})\\s*(\\d+)", WORDS, "iu");

/** @type {FactMaker<"asked">} */
export default (_axe, { page }) => {
  const fields = page
    .all(FIELDS)
    .filter((field) => page.seen(field) && page.heard(field) && !field.disabled && !field.readOnly)
    .filter((field) => !field.closest("search, [role=search]"))
    .slice(0, MOST)
    .map((field) => ({
      name: page.name(field).slice(0, 80),
      purpose: a11y.purposes.purposeOf(page.plain(page.name(field)), { broad: true }),
      filled: field.value !== "" || Boolean(field.getAttribute("list")),
      autocomplete: (field.getAttribute("autocomplete") || "").trim().toLowerCase(),
      form: field.form ? [...document.forms].indexOf(field.form) : -1,
      group: group(page, field),
    }));
  const same = page
    .all("input[type=checkbox], input[type=radio], button, a[href]")
    .some((control) => page.heard(control) && SAME.test(page.name(control)));
  const headings = page.all("h1, h2, h3, [aria-current=step]").filter((one) => page.heard(one));
  const title = `${document.title} ${headings.map((one) => one.textContent).join(" ")}`;
  return { fields, same, step: STEP.exec(title)?.slice(2, 5) || null };
};

function group(page, element) {
  const around = element.closest("fieldset, [role=group]");
  return around ? page.name(around).slice(0, 80) : "";
}
