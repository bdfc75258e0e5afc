({ page }) => {
  const WORDS = /\b(time (left|remaining|limit)|remaining time|seconds? (left|remaining)|minutes? (left|remaining)|you have \d+ (seconds|minutes) (to|for|left)|resterende tijd|tijd over|nog \d+ (seconden|minuten|sec|min)\b|u (hebt|heeft) \d+ (seconden|minuten) (om|voor|de tijd)|je hebt \d+ (seconden|minuten) (om|voor|de tijd)|verbleibende zeit|restzeit|noch \d+ (sekunden|minuten)|temps restant|il (vous )?reste \d+)\b/i;
  const MARK = /(^|[-_\s])(timer|countdown|time-?left|quiz-?timer|aftel\w*)([-_\s]|$)/i;
  const MORE = /\b(extend|more time|extra time|add time|turn off|no time limit|without (a )?(time|timer)|stop (the )?(timer|clock)|verleng|meer tijd|extra tijd|zonder tijd|tijd uit|timer uit|mehr zeit|verlängern|plus de temps|prolonger)\b/i;
  const more = () => page.all("button, a[href], input, select, [role=button], [role=switch]").some((one) => page.seen(one) && MORE.test(page.name(one)));
  const asks = page.all("input, select, textarea, button, [role=radio], [role=button], [draggable=true]").some((one) => page.seen(one));
  for (const { element, words } of page.texts) {
    if (words.length > 200 || !(WORDS.test(words) || /\d/.test(words)) || element.closest("video, audio, [class*=player], [class*=video], [class*=audio], time")) continue;
    const marked = [element, element.parentElement].some((one) => one && (MARK.test(`${one.id} ${one.getAttribute("class") || ""}`) || one.getAttribute("role") === "timer"));
    if (((WORDS.test(words) && asks) || (marked && /\d/.test(words))) && page.seen(element)) return more() ? [] : [{ element, message: "timer", data: { text: words.slice(0, 80) } }];
  }
  return [];
}
