// What this frame says about its time: `over`, words that it has ended; `more`, a control that gives more of it;
// `fields`, how many fields can be used; `asks`, whether it is a form or a quiz.
// @requires text, visibility, words/session_time
const CONTROLS = "button, a[href], input:not([type=hidden]), select, textarea, [role=button]";
const QUESTIONS = "[type=radio], [type=checkbox], [type=text], [type=number], textarea, select";
const MOST_CONTROLS = 2000;
const MOST_TEXT = 50000;

export default () => {
  const words = a11y.words.session_time;
  const over = a11y.text.pattern("\\b{over}", words);
  const more = a11y.text.pattern("\\b{more}\\b", words);
  const quiz = a11y.text.pattern("\\b{quiz}\\b", words);
  const controls = [...document.querySelectorAll(CONTROLS)].slice(0, MOST_CONTROLS);
  const fields = controls.filter((one) => one.matches("input, select, textarea") && a11y.visibility.isRendered(one));
  const text = (document.body?.innerText ?? "").slice(0, MOST_TEXT).replace(/\s+/g, " ");
  return {
    over: over.exec(text)?.[0] ?? "",
    more: controls.some((control) => more.test(nameOf(control)) && a11y.visibility.isRendered(control)),
    fields: fields.filter((field) => !field.disabled && !field.readOnly).length,
    asks: fields.filter((field) => field.matches(QUESTIONS)).length > 1 || quiz.test(document.title),
  };
};

function nameOf(control) {
  const labels = [...(control.labels ?? [])].map((label) => label.textContent).join(" ");
  const label = control.getAttribute("aria-label") ?? "";
  return `${control.textContent} ${control.value ?? ""} ${label} ${labels}`.slice(0, 200);
}
