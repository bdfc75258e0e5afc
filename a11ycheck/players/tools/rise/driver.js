// Articulate Rise: the course in the page lists the lessons, a route shows each; what waits further down is opened.
// @requires text, timing
const HEADERS =
  "[data-lesson] [class*=lesson-header], [data-lesson] [class*=quiz-header], .lesson-header, .quiz-header, " +
  "#cover, .cover, .overview";
const TITLES = "[class*=lesson-header__title], [class*=quiz-header__title], [data-lesson] h1";
const SCROLLERS = "#page-wrap, .page-wrap, main, [class*=page-wrap], [class*=lesson__content], [class*=scroll]";
const CLOSED = "[class*=accordion][aria-expanded=false], .blocks-accordion__item--closed .blocks-accordion__header";
const CONTINUE = "button.continue-btn, [class*=continue-btn] button, [data-ba='common.continueBtn']";
const LOCKS = "nav [class*=lock], [class*=sidebar] [class*=locked], nav [aria-disabled=true]";
const OPTIONS =
  ".quiz-card [role=radio][aria-disabled=false], .quiz-card [role=checkbox][aria-disabled=false], " +
  ".quiz-card input:not(:disabled)";
const CHECK_OPTIONS =
  "[class*=block-knowledge] [role=radio], [class*=block-knowledge] [role=checkbox], [class*=block-knowledge] input";
const FRONTS = ".flashcard-side--front .flashcard-side-flip__btn";
/** What a block may want to be pressed, by the word that advance() gives. */
const TASKS = {
  flashcard:
    ".flashcard:not([class*=flipped]):not([class*=complete]) .flashcard-side--front[aria-hidden=false] " +
    ".flashcard-side-flip__btn",
  process:
    ".process-card--active .process-card__button, " +
    ".process-arrow--right:not(.process-arrow--disabled):not(.process-arrow--hidden)",
  marker: ".labeled-graphic-marker:not(.labeled-graphic-marker--complete)",
  tab: ".blocks-tabs__header-item:not([class*=complete]):not([class*=visited]):not([class*=active])",
};

export default {
  status() {
    if (!document.querySelector("#app, #innerApp")) return "";
    if (document.querySelector('a[href*="#/lessons/"], .lesson, .overview, #cover, .cover')) return "ready";
    const hasCourse = typeof courseData !== "undefined" || typeof __fetchCourse !== "undefined";
    return hasCourse || document.querySelector("script[src*='locales/']") ? "waiting" : "";
  },

  start() {
    return true;
  },

  async outline() {
    const course = await readCourse();
    if (!course) return linkedLessons();
    const hasCover = !(course.theme?.hideCoverPage || course.hideCoverPage);
    const rows = hasCover ? [{ key: "#/", title: textOf(course.title), path: [] }] : [];
    let section = [];
    for (const lesson of course.lessons.filter((one) => one && !one.deleted)) {
      if (lesson.type === "section") section = [textOf(lesson.title)];
      else rows.push({ key: `#/lessons/${lesson.id}`, title: textOf(lesson.title), path: section });
    }
    return rows;
  },

  /** Change the route, and wait until the lesson before has faded out. */
  async go(key) {
    if (isShown(key)) return true;
    const header = () => document.querySelector(HEADERS);
    const before = header();
    location.hash = key;
    await a11y.timing.waitUntil(() => !before?.isConnected || header() !== before, 40);
    return true;
  },

  isShown,

  whyMissing(key) {
    const links = [...document.querySelectorAll("a[href], [class*=outline]")];
    const link = links.find((one) => one.getAttribute("href")?.endsWith(key));
    return !location.hash.startsWith(key) || link?.closest("[class*=lock], [aria-disabled=true]") ? "locked" : "";
  },

  async advance() {
    if (await scrollDown()) return "scroll";
    if (await openAccordions()) return "accordion";
    const buttons = visible(CONTINUE);
    const isEnabled = (button) =>
      !button.disabled && button.getAttribute("aria-disabled") !== "true" && !/disabled/.test(button.className);
    const button = buttons.find(isEnabled);
    if (button) {
      button.click();
      return "continue";
    }
    return buttons.length || document.querySelector(LOCKS) ? doTask() : "";
  },

  async states() {
    const names = visible(".blocks-tabs__header-item:not([class*=--active])")
      .slice(0, 4)
      .map((tab) => `tab: ${tab.textContent.trim().slice(0, 50)}`);
    if (visible(".flashcard").length) names.push("flashcards");
    const cards = visible(".process-block, [class*=process-block]")[0]?.querySelectorAll(".process-card").length ?? 0;
    for (let step = 1; step < Math.min(cards, 5); step++) names.push(`process ${step}`);
    const markers = visible(".labeled-graphic-marker").slice(0, 4);
    names.push(...markers.map((_, index) => `marker ${index + 1}`));
    if (visible("[class*=start-quiz], .quiz-item__card").length) {
      const questions = Math.min(4, document.querySelectorAll(".quiz-item__card").length || 4);
      for (let number = 1; number <= questions; number++)
        names.push(`question ${number}`, `question ${number} answered`);
      names.push("result");
    }
    if (await findCheck()) names.push("answered-wrong", "answered-right");
    return [...new Set(names)];
  },

  async enter(name) {
    if (name.startsWith("answered")) return answerCheck(name === "answered-right");
    const separator = name.search(/[: ]/);
    const [kind, which] = [name.split(/[: ]/)[0], name.slice(separator + 1).trim()];
    const isNamed = (tab) => tab.textContent.trim().startsWith(which);
    if (kind === "tab") return press(visible(".blocks-tabs__header-item").find(isNamed), 500);
    if (kind === "flashcards") return turnCards();
    if (kind === "process") {
      const arrow = ".process-arrow--right:not(.process-arrow--disabled)";
      return press(visible(`.process-card--active .process-card__button, ${arrow}`)[0], 500);
    }
    if (kind === "marker") {
      const marker = visible(".labeled-graphic-marker")[Number(which) - 1];
      return press(marker?.querySelector("button") ?? marker, 500);
    }
    if (kind === "result") return showResult();
    return kind === "question" ? showQuestion(name.endsWith("answered")) : false;
  },

  async leave(name) {
    if (name === "flashcards") {
      for (const button of visible(".flashcard-side--back .flashcard-side-flip__btn")) button.click();
      await a11y.timing.pause(600);
    }
    if (name.startsWith("marker")) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true }));
      await a11y.timing.pause(200);
    }
    return true;
  },

  /** Questions without a right answer in the course are answered as on any page; a quiz has its own states. */
  async hasOtherQuestions() {
    return !document.querySelector("[class*=start-quiz], .quiz-item__card") && !(await findCheck());
  },
};

function isVisible(element) {
  const isRendered = element?.checkVisibility?.({ visibilityProperty: true });
  return Boolean(isRendered) && element.getBoundingClientRect().height > 0;
}

/** @returns {any[]} */
function visible(selector, root = document) {
  return [...root.querySelectorAll(selector)].filter(isVisible);
}

async function press(element, ms) {
  element?.click();
  await a11y.timing.pause(ms);
  return Boolean(element);
}

function textOf(html) {
  return a11y.text.textOfHtml(html).trim();
}

/** Return the course: JSON in base64 in a global, in a script of the page, from a function, or in a file. */
async function readCourse() {
  const decode = (text) =>
    JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0))));
  const packed =
    /(?:deserialize\(|courseData\s*=|__resolveJsonp\(\s*"course:[^"]*"\s*,)\s*["']([A-Za-z0-9+/=]{40,})["']/;
  const scripts = () => [...document.scripts].map((script) => packed.exec(script.textContent)?.[1]);
  const file = () => fetch(`locales/${window.i18n?.default ?? "und"}.js`).then((response) => response.text());
  const sources = [
    () => (typeof window.courseData === "string" ? decode(window.courseData) : window.courseData),
    () => window.__fetchCourse?.(),
    () => decode(scripts().find(Boolean)),
    async () => decode(packed.exec(await file())[1]),
  ];
  for (const read of sources) {
    try {
      const data = await read();
      const course = data?.course ?? data;
      if (Array.isArray(course?.lessons)) return course;
    } catch {
      // it is packed in another way
    }
  }
  return null;
}

/** Return the rows of an outline from the links on the cover; null when there are none. */
function linkedLessons() {
  const links = [...document.querySelectorAll('a[href*="#/lessons/"]')];
  const rows = links.map((link) => ({
    key: link.getAttribute("href").replace(/^[^#]*/, ""),
    title: link.textContent.trim(),
    path: [],
  }));
  return rows.length ? [{ key: "#/", title: document.title, path: [] }, ...rows] : null;
}

function isShown(key) {
  if (key === "#/") {
    const cover = document.querySelector("#cover, .cover, .overview, [class*=cover-page]");
    const isRoute = ["", "#/", "#/preview"].includes(location.hash);
    return isRoute && isVisible(cover) && !document.querySelector("[data-lesson]");
  }
  if (!location.hash.startsWith(key)) return false;
  const words = (text) => a11y.text.collapse(text).toLowerCase();
  const titles = visible(TITLES).map((title) => words(title.textContent));
  if (!titles.length) return isVisible(document.querySelector("[data-lesson], .lesson, main"));
  const links = [...document.querySelectorAll("nav a[href], [class*=outline] a[href]")];
  const link = links.find((one) => one.getAttribute("href").endsWith(key));
  const areIn = (text) => titles.every((title) => words(text).includes(title));
  return areIn(document.title) && (!link || areIn(link.textContent));
}

/** Return the element that scrolls. */
function findScroller() {
  const isLong = (box) => box && box.scrollHeight > box.clientHeight + 20 && box.clientHeight > 200;
  if (isLong(document.scrollingElement)) return document.scrollingElement;
  const scrolls = (box) => isLong(box) && /auto|scroll/.test(getComputedStyle(box).overflowY);
  return [...document.querySelectorAll(SCROLLERS)].find(scrolls) ?? document.scrollingElement;
}

/** Scroll to the end of the lesson, as a reader does; return whether it wasn't there yet. */
async function scrollDown() {
  const area = findScroller();
  const isAtEnd = () => area.scrollTop + area.clientHeight >= area.scrollHeight - 4;
  if (isAtEnd()) return false;
  for (let step = 0; step < 60 && !isAtEnd(); step++) {
    area.scrollTop += area.clientHeight * 0.8;
    await a11y.timing.pause(55);
  }
  return true;
}

/** Open what is folded up; return whether any of it opened. */
async function openAccordions() {
  const closed = visible(CLOSED);
  if (!closed.length) return false;
  for (const header of closed) header.click();
  await a11y.timing.pause(300);
  const still = closed.filter((header) => header.isConnected && header.getAttribute("aria-expanded") === "false");
  return still.length < closed.length;
}

/** Do one thing that the lesson may want and that was not done yet; return a word for it, "" for nothing. */
async function doTask() {
  const option = visible(OPTIONS)[0];
  const card = option?.closest(".quiz-card, [class*=knowledge]");
  if (card && !card.querySelector("[aria-checked=true], input:checked")) {
    option.click();
    await a11y.timing.pause(250);
    const submit = [...card.querySelectorAll("button")].find(isCardButton);
    submit?.click();
    await a11y.timing.pause(400);
    return submit ? "answer" : "";
  }
  for (const [word, selector] of Object.entries(TASKS)) {
    const element = visible(selector)[0];
    if (!element) continue;
    const previous = element.previousElementSibling;
    if (word === "tab" && previous && !previous.matches("[class*=active]")) continue;
    await press(element, 500);
    return word;
  }
  return "";
}

function isCardButton(button) {
  return /quiz-card__button/.test(button.className) && !button.disabled;
}

/** Return the first knowledge check with options, and the texts of its right ones as the course tells them. */
async function findCheck() {
  const isOption = (element) => element.checkVisibility() && !/text/.test(element.type);
  const option = [...document.querySelectorAll(CHECK_OPTIONS)].find(isOption);
  const card = option?.closest("[class*=quiz-card], [class*=block-knowledge__wrapper], .block-knowledge");
  if (!card) return null;
  const blocks = (await readCourse())?.lessons.flatMap((lesson) => lesson.items ?? []);
  const questions = blocks?.flatMap((block) => block.items ?? []).filter((item) => item.answers);
  const plain = (html) => a11y.text.collapse(a11y.text.textOfHtml(html));
  const text = a11y.text.collapse(card.textContent);
  const isNamedById = ({ id }) =>
    id && card.querySelector(`[aria-labelledby*="${CSS.escape(id)}"], [id*="${CSS.escape(id)}"]`);
  const isInText = ({ title }) => plain(title) && text.includes(plain(title));
  const question = questions?.find(isNamedById) ?? questions?.find(isInText);
  if (!question?.answers.every((answer) => "correct" in answer && !answer.matchTitle)) return null;
  return { card, right: question.answers.filter((answer) => answer.correct).map((answer) => plain(answer.title)) };
}

/** Answer the knowledge check rightly or wrongly, again where it was answered; return whether it was submitted. */
async function answerCheck(rightly) {
  const check = await findCheck();
  if (!check) return false;
  const blocks = () => [...document.querySelectorAll("[class*=block-knowledge__wrapper], .quiz-card")];
  const index = blocks().findIndex((block) => block.contains(check.card));
  let latest = check.card;
  const block = () => (latest = blocks()[index] ?? latest); // it may be drawn anew
  await takeAgain(block);
  const near = block();
  const options = optionsIn(near);
  const right = options.filter((option) => check.right.includes(optionText(option, near)));
  const wrong = options.find((option) => !right.includes(option)) ?? options[0];
  for (const option of rightly ? right : [wrong]) {
    option?.click();
    await a11y.timing.pause(150);
  }
  const submit = visible("button", near).find(isCardButton);
  submit?.click();
  await a11y.timing.pause(1100);
  return Boolean(submit);
}

/** Take a check again when it was answered before. */
async function takeAgain(block) {
  const around = block().closest(".block-knowledge") ?? block();
  const buttons = visible("button[class*=retake], [class*=retake] button", around);
  const again = buttons.find((button) => button.getAttribute("aria-hidden") !== "true");
  if (!again) return;
  again.click();
  const isFresh = (option) =>
    option.getAttribute("aria-disabled") !== "true" && option.getAttribute("aria-checked") !== "true";
  const areFresh = () => optionsIn(block()).length && optionsIn(block()).every(isFresh);
  await a11y.timing.waitUntil(areFresh, 25);
  await a11y.timing.pause(300);
}

function optionsIn(block) {
  return [...block.querySelectorAll("[role=radio], [role=checkbox], input[type=radio], input[type=checkbox]")];
}

function optionText(option, block) {
  const label = document.getElementById(option.getAttribute("aria-labelledby"));
  const row = () => option.closest("label, li, [class*=option-wrap], [class*=row]") ?? option.parentElement;
  return a11y.text.collapse((label && block.contains(label) ? label : row()).textContent);
}

async function turnCards() {
  const fronts = visible(FRONTS);
  for (const card of fronts.length ? fronts : visible(".flashcard")) card.click();
  await a11y.timing.pause(800);
  return true;
}

// A quiz lesson goes one way: its first question, the answer to it, the next question, and so on to the result.

function quizCard() {
  return visible(".quiz-item__card--active, .quiz-card--active")[0];
}

async function showQuestion(answered) {
  if (answered) return Boolean(quizCard()) && answerCard();
  const begin = visible("[class*=start-quiz]")[0];
  if (begin) await press(begin, 450);
  else if (!quizCard() || !(await nextCard())) return false;
  return Boolean(quizCard());
}

async function showResult() {
  for (let n = 0; n < 4 && quizCard(); n++) {
    await answerCard();
    await nextCard();
  }
  return !quizCard();
}

async function answerCard() {
  const isEnabled = (option) => !option.disabled && option.getAttribute("aria-disabled") !== "true";
  const options = [...quizCard().querySelectorAll("[role=radio], [role=checkbox], input, select")];
  return (await press(options.find(isEnabled), 450)) && press(cardButton(), 450);
}

async function nextCard() {
  const before = quizCard();
  await press(cardButton(), 450);
  await a11y.timing.waitUntil(() => quizCard() !== before, 10);
  return quizCard() !== before;
}

function cardButton() {
  return visible("button", quizCard()).filter(isCardButton).pop();
}
