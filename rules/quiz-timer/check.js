// A timer on a page with questions, and nothing on the page that gives more time.
// @requires text, words/quiz_timer
const SAYS = a11y.text.pattern(String.raw`\b{says}\b`, a11y.words.quiz_timer);
const MARK = a11y.text.pattern(String.raw`(^|[-_\s]){marks}([-_\s]|$)`, a11y.words.quiz_timer);
const MORE = a11y.text.pattern(String.raw`\b{more}\b`, a11y.words.quiz_timer);
const ASKS = "input, select, textarea, button, [role=radio], [role=button], [draggable=true]";
const SWITCHES = "button, a[href], input, select, [role=button], [role=switch]";
const PLAYERS = "video, audio, [class*=player], [class*=video], [class*=audio], time";

/** @type {Check<"page">} */
export default ({ page }) => {
  const asks = page.all(ASKS).some((field) => page.seen(field));
  for (const { element, words } of page.texts) {
    const says = SAYS.test(words);
    if (words.length > 200 || !(says || /\d/.test(words)) || element.closest(PLAYERS)) continue;
    const counts = /\d/.test(words) && [element, element.parentElement].some(isTimer);
    if (!((says && asks) || counts) || !page.seen(element)) continue;
    const more = page.all(SWITCHES).some((control) => page.seen(control) && MORE.test(page.name(control)));
    return more ? [] : [{ element, message: "timer", data: { text: words.slice(0, 80) } }];
  }
  return [];
};

/** Whether an element is called a timer, by its role or in its code. */
function isTimer(element) {
  if (!element) return false;
  return MARK.test(`${element.id} ${element.getAttribute("class") || ""}`) || element.getAttribute("role") === "timer";
}
