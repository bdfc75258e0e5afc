// What moves or changes by itself for more than five seconds, and no control that stops it.
// @requires text, words/moving_content
const { moving_content: WORDS } = a11y.words;
const STOPS = a11y.text.pattern("{stop}", WORDS);
const WAITS = a11y.text.pattern("{waiting}", WORDS);
const CLOCK = a11y.text.pattern("{clock}", WORDS);
const CONTROLS =
  "button, a[href], input, select, summary, [role=button], [role=switch], [role=checkbox], [role=slider]";
/** Something is being fetched or goes on: that it moves is what it says. */
const BUSY = "[aria-busy=true], progress, [role=progressbar], marquee, blink";
const LIVE = "[aria-live], [role=timer], [role=status], [role=log], [role=alert], time";

/** @type {Check<"watch" | "page">} */
export default ({ watch, page }) => {
  const rows = watch.filter(({ kind, element }) => element && (kind === "moves" || kind === "changes"));
  const stops = (control) => STOPS.test(`${page.name(control)} ${control.title}`) && page.seen(control);
  if (!rows.length || page.all(CONTROLS).some(stops)) return [];
  const changed = rows
    .filter(({ kind, element, last }) => kind === "changes" && last > 5 && !isBusy(element))
    .filter(({ element }) => page.seen(element));
  const moving = rows
    .filter(({ kind, element, hints }) => kind === "moves" && !isBusy(element, hints))
    .filter(({ element }) => !(element.matches("html, body") && !page.texts.length))
    .filter(
      ({ element }) => !changed.some((other) => element.contains(other.element) || other.element.contains(element)),
    )
    .filter(({ element }) => !(element.matches("video, audio") && element.controls));
  return [...changed.filter(({ element }) => hasTextBeside(page, element)).map(changeHit), ...moving.map(movementHit)];
};

function isBusy(element, hints = "") {
  return WAITS.test(hints) || Boolean(element.closest(BUSY));
}

/** What is alone on a page stands beside nothing that it could disturb. */
function hasTextBeside(page, element) {
  return page.texts.some((text) => !element.contains(text.element) && text.words.length > 8 && page.seen(text.element));
}

/** @param {{ element?: any, words?: string[], text?: string }} row */
function changeHit({ element, words, text }) {
  const clock = CLOCK.test(`${element.id} ${element.getAttribute("class") || ""}`);
  const expected = element.closest(LIVE) || counts(words) || clock;
  return { element, message: expected ? "look" : "changes", data: { text } };
}

/** Whether texts are a number that goes up or down by one or two, or a time of day. */
function counts(texts) {
  const numbers = texts.map((text) => Number(text.replace(/[^\d]/g, "")));
  return (
    texts.every((text) => /\d/.test(text)) &&
    numbers.every((number, n) => !n || Math.abs(number - numbers[n - 1]) <= 2 || /:/.test(texts[n]))
  );
}

/** @param {{ element?: any, share?: number, tag?: string, text?: string, picture?: string }} row */
function movementHit({ element, share, tag, text, picture }) {
  // A cursor, a dot: too small to be sure that anybody is disturbed. All of the window: nothing beside it.
  const sure = share >= 0.5 && share < 80 && tag !== "canvas" && !/^(html|body)$/.test(tag);
  return { element, message: sure ? "moves" : "look", data: { text: text || tag }, picture };
}
