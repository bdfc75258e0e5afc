// Answers that only a colour shows to be right or wrong.
// @requires text, words/answer_states
const STATE = a11y.text.pattern(String.raw`(^|[-_\s]){marks}([-_\s]|$)`, a11y.words.answer_states);
const SAYS = a11y.text.pattern(String.raw`\b{says}\b|[✓✔✗✘☑☒❌✅√×]`, a11y.words.answer_states, "iu");
const ANSWERS =
  "li[class], label[class], button[class], div[class], tr[class], td[class], span[class], p[class], " +
  "[role=option][class], [role=radio][class]";
const FEEDBACK = "[role=alert], [role=status], [aria-live], [class*=feedback]";
const MOST = 20; // hits

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all(ANSWERS)) {
    if (hits.length >= MOST) break;
    if (!STATE.test(element.className) || !page.seen(element)) continue;
    if (element.textContent.length > 200 || !element.textContent.trim()) continue;
    const other = answerInOtherColour(page, element);
    if (!other) continue;
    const words = `${element.textContent} ${element.getAttribute("aria-label") || ""} ${element.title || ""}`;
    if (SAYS.test(words) || hasIcon(page, element) || differsInForm(page, element, other)) continue;
    if (SAYS.test(feedbackNear(page, element))) continue;
    hits.push({ element, message: "colour-only", data: { text: a11y.text.collapse(element.textContent, 80) } });
  }
  return hits;
};

/** Return the first answer beside this one that has other colours; undefined for none. */
function answerInOtherColour(page, element) {
  const colours = (answer) => {
    const { backgroundColor, color, borderTopColor, outlineColor } = page.style(answer);
    return [backgroundColor, color, borderTopColor, outlineColor].join("|");
  };
  return [...(element.parentElement?.children || [])].find(
    (answer) =>
      answer !== element &&
      answer.localName === element.localName &&
      page.seen(answer) &&
      page.plain(answer.textContent) &&
      colours(answer) !== colours(element),
  );
}

function hasIcon(page, element) {
  return (
    ["::before", "::after"].some((part) => !/^(none|normal|""|)$/.test(getComputedStyle(element, part).content)) ||
    [...element.querySelectorAll("img, svg, i, [role=img], [class*=icon]")].some((icon) => page.box(icon).width > 4) ||
    page.style(element).backgroundImage.includes("url(")
  );
}

function differsInForm(page, element, other) {
  const [style, otherStyle] = [page.style(element), page.style(other)];
  return ["textDecorationLine", "borderTopStyle", "fontWeight"].some((name) => style[name] !== otherStyle[name]);
}

/** Return what feedback next to the answers says in words. */
function feedbackNear(page, element) {
  const parts = element.parentElement.parentElement?.querySelectorAll(FEEDBACK) || [];
  return [...parts].map((part) => (page.seen(part) ? part.textContent : "")).join(" ");
}
