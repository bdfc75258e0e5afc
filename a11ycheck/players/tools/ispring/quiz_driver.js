// iSpring QuizMaker: the session of the quiz, found behind the page's event listeners, shows any of its questions.
// @requires closure_library, text, timing, words/quiz_player
const START_OVER = a11y.text.pattern(String.raw`^{startOver}\b`, a11y.words.quiz_player);
const START = a11y.text.pattern("{start}", a11y.words.quiz_player);
const SUBMIT = a11y.text.pattern("{submit}", a11y.words.quiz_player);
const QUESTION_LIST = a11y.text.pattern("{questionList}", a11y.words.quiz_player);

export default {
  status() {
    if (findSession()) return "ready";
    return window.QuizPlayer ? "waiting" : "";
  },

  start() {
    // An opening page, a form about the learner, and the question whether to resume.
    for (const field of document.querySelectorAll("input[type=text], input[type=email], input:not([type])")) {
      if (!field.checkVisibility() || field.value) continue;
      const isMail = field.type === "email" || /mail/i.test(field.name + field.id);
      field.value = isMail ? "learner@example.org" : "Learner";
      announce(field);
    }
    const buttons = [...document.querySelectorAll("button, [role=button]")].filter((one) => one.checkVisibility());
    const named = (pattern) => buttons.find((button) => pattern.test(button.textContent.trim()));
    (named(START_OVER) ?? named(START) ?? buttons.at(-1))?.click();
  },

  outline() {
    return slides().map((slide, index) => ({
      key: String(index),
      title: titleOf(slide),
      path: [groupOf(slide)].filter(Boolean),
    }));
  },

  go(key) {
    findSession().setActiveSlideIndex(Number(key));
  },

  async isShown(key) {
    const session = findSession();
    if (!session || session.activeSlideIndex() !== Number(key)) return false;
    // One question slides over the other.
    const before = positions();
    await a11y.timing.pause(150);
    return positions() === before;
  },

  states() {
    const session = findSession();
    const names = listButton() ? ["menu"] : [];
    const slide = slides()[session.activeSlideIndex()];
    if (slide.submitted?.() === false) names.push("answered");
    return names;
  },

  async enter(name) {
    return name === "menu" ? toggleList(true) : answer();
  },

  async leave(name) {
    return name === "menu" ? toggleList(false) : false;
  },
};

/** Answer the question with whatever comes first; return whether it was submitted, and the page changed. */
async function answer() {
  const box = document.querySelector("#content, #playerView") ?? document.body;
  const visible = (selector) =>
    [...box.querySelectorAll(selector)].filter((element) => element.getBoundingClientRect().width > 0);
  const before = box.innerText;
  press(visible("input[type=radio], input[type=checkbox], [role=radio], [role=checkbox]")[0]);
  for (const field of visible("input[type=text], input[type=number], textarea")) {
    field.value = "1";
    announce(field);
  }
  for (const list of visible("select")) {
    list.selectedIndex = list.options.length - 1;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }
  await a11y.timing.pause(200);
  const buttons = visible("[class*=control-panel] button, button[class*=submit]").filter((one) =>
    one.checkVisibility(),
  );
  press(buttons.find((button) => SUBMIT.test(button.textContent)) ?? buttons.at(-1));
  await a11y.timing.pause(100);
  const isSubmitted = () => slides()[findSession().activeSlideIndex()]?.submitted?.();
  return (await a11y.timing.waitUntil(isSubmitted, 14)) && box.innerText !== before;
}

function announce(field) {
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Press as a mouse does: the player listens to the parts of a click. */
function press(element) {
  if (!element) return;
  const { x, y, width, height } = element.getBoundingClientRect();
  const point = { clientX: x + width / 2, clientY: y + height / 2 };
  const options = { bubbles: true, cancelable: true, view: window, button: 0, ...point };
  element.dispatchEvent(new PointerEvent("pointerdown", options));
  element.dispatchEvent(new MouseEvent("mousedown", options));
  element.dispatchEvent(new PointerEvent("pointerup", options));
  element.dispatchEvent(new MouseEvent("mouseup", options));
  element.click();
}

function positions() {
  const parts = [...document.querySelectorAll(".slide, [class*=slide-], [class*=question]")].slice(0, 40);
  return parts
    .map((part) => part.getBoundingClientRect())
    .map(({ x, y }) => `${x} ${y}`)
    .join();
}

/** Return the button that opens the list of questions. */
function listButton() {
  const buttons = document.querySelectorAll(
    "button, [role=button], [class*=outline-button], [class*=outline__button], [class*=question-list]",
  );
  const isNamed = (button) => QUESTION_LIST.test(`${button.getAttribute("aria-label") ?? ""} ${button.textContent}`);
  return [...buttons].find((one) => one.checkVisibility() && isNamed(one) && one.textContent.length < 60);
}

async function toggleList(open) {
  const before = document.body.innerText;
  press(listButton());
  await a11y.timing.pause(700);
  return open ? document.body.innerText !== before : true;
}

function slides() {
  const all = findSession()?.slides();
  return Array.isArray(all) ? all : [];
}

function titleOf(slide) {
  const text = slide.slide?.()?.description?.()?.text?.() ?? "";
  const lines = String(text).split(/[\r\n\v]+/);
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ")
    .slice(0, 100);
}

function groupOf(slide) {
  const groups = findSession().groups?.() ?? [];
  const group = groups.length > 1 ? groups.find((one) => one.questions?.().includes(slide)) : null;
  return String(group?.title?.() ?? group?.group?.()?.title?.() ?? "");
}

function findSession() {
  const isSession = (object) => typeof object.setActiveSlideIndex === "function" && object.slides().length;
  return a11y.closure_library.findObject(isSession, {
    nodes: [document, window, ...document.querySelectorAll("#content, #content *, #playerView *")],
    most: 300000,
  });
}
