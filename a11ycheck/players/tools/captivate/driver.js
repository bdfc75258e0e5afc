// Adobe Captivate's HTML5 output: its interface and its variables are documented for authors; `cp` holds the slides.
// Before version 8 there was no interface, and the variables were globals of the window.
// @requires timing
// biome-ignore lint/suspicious/noControlCharactersInRegex: titles hold them
const BLANKS = /[\u0000-\u001f\s]+/g;

export default {
  status() {
    if (!window.cpAPIInterface && !window.cp?.movie) {
      return window.cp || document.querySelector("#initialLoading, .cpMainContainer") ? "waiting" : "";
    }
    if (!(read("cpInfoSlideCount") > 0)) return "waiting";
    return playButton() ? "waiting" : "ready";
  },

  start() {
    playButton()?.click();
  },

  outline() {
    const ids = slideIds();
    const count = Math.max(ids.length, Number(read("cpInfoSlideCount")) || 0);
    return Array.from({ length: count }, (_, index) => ({ key: String(index), title: titleOf(ids[index]), path: [] }));
  },

  async go(key) {
    const index = Number(key);
    if (isExpired()) return false;
    const hasArrived = () => currentIndex() === index;
    const jumps = [() => write("cpCmndGotoSlide", index), () => cpAPIInterface.gotoSlide(index)];
    for (const jump of jumps) {
      try {
        jump();
      } catch {
        continue;
      }
      if (await a11y.timing.waitUntil(hasArrived, 15)) break;
    }
    if (!hasArrived()) return;
    // A slide runs on to the next by itself: hold it where a learner can look at it longest.
    const frame = restingFrame(index);
    if (frame && currentFrame() < frame) write("cpCmndGotoFrame", frame);
    else if (window.cpAPIInterface?.pause) cpAPIInterface.pause();
    else write("cpCmndPause", 1);
  },

  isShown(key) {
    const index = Number(key);
    // The notice of an expired project stands for its first slide.
    if (isExpired()) return index === 0;
    if (currentIndex() !== index || isLoading()) return false;
    const slide = slideData()[slideIds()[index]];
    return !slide || currentFrame() >= restingFrame(index) - 1;
  },

  whyMissing() {
    return isExpired() ? "expired" : "";
  },

  // A moment two days before the project expired, as its own data say.
  lastOpen() {
    const project = Object.values(slideData()).find((object) => object?.peon);
    return isExpired() && project ? new Date(project.pey, project.pem - 1, project.ped - 2, 12).getTime() : 0;
  },

  states() {
    const slide = slideData()[slideIds()[currentIndex()]];
    const names = [];
    if (isExpired()) return names;
    // The menu is the same on every slide.
    const hasMenu = slideData().project?.hasTOC || document.querySelector("#toc")?.children.length;
    if (currentIndex() === 0 && window.cp?.toc && hasMenu) names.push("menu");
    if (slide?.audCC?.length || slide?.vidCC?.length) names.push("captions");
    const question = findQuestion();
    if (question?.wrong.length) names.push("answered-wrong");
    if (question?.correct.length) names.push("answered-right");
    return names;
  },

  enter(name) {
    return name.startsWith("answered") ? answer(name === "answered-right") : toggle(name, 1);
  },

  leave(name) {
    return name.startsWith("answered") ? false : toggle(name, 0);
  },
};

/** Whether a project past its date shows a notice in place of all its slides. */
function isExpired() {
  return Boolean(document.querySelector("#exdv, #pems")?.checkVisibility({ visibilityProperty: true }));
}

/**
 * Return the question of this slide, where its data tell the right answers and its options are boxes to tick:
 * the boxes, which of them are right, and the ids of the captions for a correct and a wrong answer.
 */
function findQuestion() {
  const data = slideData();
  const id = slideIds()[currentIndex()];
  const question = data[data[id]?.qs] ?? Object.values(data).find((object) => object?.qtp && object.sn === id);
  const options = (question?.ao ?? []).map((option) => String(option).split(":")[0]);
  const boxes = options.map((option) =>
    document.getElementById(option.replace(/c$/, ""))?.querySelector("input[type=radio], input[type=checkbox]"),
  );
  if (question?.qtp !== "MCQ" || !question.cal?.length || !boxes.length || !boxes.every(Boolean)) return null;
  const right = options.map((option) => question.cal.includes(data[option]?.aid));
  return { boxes, right, correct: [question.osc].filter(Boolean), wrong: question.ifc ?? [] };
}

/** Answer the question rightly or wrongly; return whether the caption for that came. */
async function answer(rightly) {
  const question = findQuestion();
  const items = slideData()[slideIds()[currentIndex()]].si ?? [];
  const submit = items.find((item) => slideData()[item.n]?.qbt === "submit");
  if (!question || !submit) return false;
  const { boxes, right } = question;
  const wanted = rightly ? right : right.map((_, index) => index === right.indexOf(false));
  for (const [index, box] of boxes.entries()) {
    if (box.checked !== wanted[index] && (wanted[index] || box.type === "checkbox")) box.click();
  }
  document.getElementById(submit.n)?.click();
  const captions = rightly ? question.correct : question.wrong;
  await a11y.timing.pause(100);
  return a11y.timing.waitUntil(() => captions.some((id) => isVisible(document.getElementById(id))), 19);
}

function isVisible(element) {
  return element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** Switch the menu or the captions on or off; return whether that worked. */
async function toggle(name, on) {
  const [variable, selector] = name === "menu" ? ["cpCmndTOCVisible", "#toc"] : ["cpCmndCC", "#cc"];
  write(variable, on);
  await a11y.timing.pause(1000);
  const shown = isVisible(document.querySelector(selector));
  return on ? Boolean(shown) : !shown;
}

function read(name) {
  try {
    return cpAPIInterface.getVariableValue(name);
  } catch {
    return window[name];
  }
}

function write(name, value) {
  try {
    cpAPIInterface.setVariableValue(name, value);
  } catch {
    window[name] = value;
  }
}

function slideData() {
  return window.cp?.D ?? window.cp?.model?.data ?? {};
}

function slideIds() {
  return String(slideData().project_main?.slides ?? "")
    .split(",")
    .filter(Boolean);
}

function currentIndex() {
  // cpInfoCurrentSlide, without "Index", counts from one in some versions and from nought in others.
  const index = read("cpInfoCurrentSlideIndex");
  return index === undefined || index === "" ? Number(read("cpInfoCurrentSlide")) - 1 : Number(index);
}

function currentFrame() {
  return Number(read("cpInfoCurrentFrame") ?? window.cpAPIInterface?.getCurrentFrame?.() ?? 0);
}

/** Return the play button over a course that has not begun; null when it has. */
function playButton() {
  const button = document.querySelector("#playImage, #autoplayDiv #playImage, .cp-autoplay-button");
  return button?.checkVisibility?.() ? button : null;
}

function isLoading() {
  return Boolean(document.querySelector("#blockUserInteraction, #initialLoading")?.checkVisibility?.());
}

/** Return the frame at which a slide stops for the learner, or else its last but one, when everything has appeared. */
function restingFrame(index) {
  const data = slideData();
  const slide = data[slideIds()[index]];
  if (!slide?.to) return 0;
  const pauses = [slide.pa, ...(slide.si ?? []).map((item) => data[item.n]?.pa)];
  const within = pauses.filter((frame) => frame > slide.from && frame <= slide.to);
  return within.length ? Math.max(...within) : Math.max(slide.from, slide.to - 1);
}

/** Return the label of a slide, or else what its title says to screen readers. */
function titleOf(id) {
  const data = slideData();
  const slide = data[id];
  const clean = (text) =>
    String(text ?? "")
      .replace(BLANKS, " ")
      .trim();
  const accessibleText = (item) => clean(data[`${item.n}c`]?.accstr ?? data[item.n]?.accstr);
  const label = clean(slide?.lb ?? slide?.label);
  const titles = (slide?.si ?? []).filter((item) => /title/i.test(item.n));
  return label || titles.map(accessibleText).find(Boolean) || "";
}
