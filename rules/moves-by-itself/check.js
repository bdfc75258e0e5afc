({ watch, page }) => {
  const rows = watch.filter(({ kind, element }) => element && (kind === "moves" || kind === "changes"));
  if (!rows.length) return [];
  const STOPS = /pau[sz]|stop|resum|hervat|fortsetz|reprend|freeze|still|anhalten|arrêt|afspelen|\bplay|\bspeel|\bmotion|animat|beweging|bewegung|verberg|\bhide\b|frequen|interval|speed|snelheid|updates? (off|uit)/i;
  const control = "button, a[href], input, select, summary, [role=button], [role=switch], [role=checkbox], [role=slider]";
  if (page.all(control).some((one) => STOPS.test(`${page.name(one)} ${one.title}`) && page.seen(one))) return [];
  // Something is being fetched or goes on: that it moves is what it says.
  const WAITS = /load|spinner|progress|busy|skeleton|wacht|laad/i;
  const CLOCK = /timer|clock|countdown|klok|aftel|\btime\b/i;
  const busy = (element, hints = "") => WAITS.test(hints) || element.closest("[aria-busy=true], progress, [role=progressbar], marquee, blink");
  const changed = rows.filter(({ kind, element, last }) => kind === "changes" && last > 5 && !busy(element) && page.seen(element));
  // What is alone on a page stands beside nothing that it could disturb.
  const around = (element) => page.texts.some((one) => !element.contains(one.element) && one.words.length > 8 && page.seen(one.element));
  const hits = [];
  for (const { element, words, text } of changed) {
    if (!around(element)) continue;
    const said = element.closest("[aria-live], [role=timer], [role=status], [role=log], [role=alert], time");
    const numbers = words.map((one) => Number(one.replace(/[^\d]/g, "")));
    const counts = words.every((one) => /\d/.test(one)) && numbers.every((one, n) => !n || Math.abs(one - numbers[n - 1]) <= 2 || /:/.test(words[n]));
    const hint = `${element.id} ${element.getAttribute("class") || ""}`;
    hits.push({ element, message: said || counts || CLOCK.test(hint) ? "look" : "changes", data: { text } });
  }
  for (const { element, kind, share, tag, hints, text, picture } of rows) {
    if (kind !== "moves" || busy(element, hints) || element.matches("html, body") && !page.texts.length) continue;
    if (changed.some((one) => one.element === element || element.contains(one.element) || one.element.contains(element))) continue;
    if (element.matches("video, audio") && element.controls) continue;
    // A cursor, a dot: too small to be sure that anybody is disturbed. All of the window: nothing beside it.
    const sure = share >= 0.5 && share < 80 && tag !== "canvas" && !/^(html|body)$/.test(tag);
    hits.push({ element, message: sure ? "moves" : "look", data: { text: text || tag }, picture });
  }
  return hits;
}
