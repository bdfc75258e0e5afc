// H5P: the activities of a page, in its own document or in frames of the same origin; some have screens of their own.
// @requires text, timing
const CHECK = ".h5p-question-check-answer";
const TURN = ".h5p-dialogcards-current .h5p-dialogcards-turn"; // a card with something on its back
const OPTIONS = "[role=radio], [role=checkbox], .h5p-answer, .h5p-true-false-answer, .h5p-sc-alternative";
const VERDICTS = ".h5p-sc-is-correct, .h5p-sc-is-wrong, .h5p-sc-reveal-correct, .h5p-sc-reveal-wrong";
const CHAPTER = ".h5p-interactive-book-navigation-chapter-button";
const START =
  ".qs-startbutton, .h5p-interactive-book-cover-readbutton button, button.h5p-interactive-book-cover-readbutton";

export default {
  status() {
    const frames = [...document.querySelectorAll("iframe.h5p-iframe, .h5p-iframe-wrapper iframe")];
    const begun = activities();
    const isAnnounced = frames.length || document.querySelector(".h5p-container, .h5p-content");
    if (!begun.length) return isAnnounced ? "waiting" : "";
    // One that never begins must not keep the others waiting.
    if (performance.now() > 12000) return "ready";
    const isEmpty = ({ root }) => !root || root.children.length === 0;
    return frames.some(isLate) || begun.some(isEmpty) ? "waiting" : "ready";
  },

  tool() {
    const [{ instance }, ...more] = activities();
    const { machineName, majorVersion, minorVersion } = instance.libraryInfo ?? {};
    if (more.length || !machineName) return null;
    const version = majorVersion ? `${majorVersion}.${minorVersion}` : "";
    return { name: `H5P ${machineName.replace("H5P.", "")}`, version };
  },

  outline() {
    const found = activities();
    const isAlone = found.length === 1 && screensOf(found[0]).length > 1;
    // Where there are several, the page itself shows the first screen of each.
    const title = found.length > 1 ? document.title : nameOf(found[0]);
    const rows = isAlone ? [] : [{ key: "page", title, path: [] }];
    for (const [index, activity] of found.entries()) {
      const path = [isAlone ? "" : nameOf(activity)].filter(Boolean);
      for (const [n, title] of screensOf(activity).entries()) {
        if (isAlone || n) rows.push({ key: `${index}/${n}`, title, path });
      }
    }
    return rows;
  },

  go(key) {
    if (key === "page") return;
    const { activity, n } = parse(key);
    typeOf(activity)?.go(activity, n);
  },

  async isShown(key) {
    if (key === "page") return true;
    const { activity, n } = parse(key);
    return Boolean(await typeOf(activity)?.isShown(activity, n));
  },

  states() {
    // A video can't be left as it was, once it has been answered.
    if (activities().some(({ instance }) => instance.libraryInfo?.machineName === "H5P.InteractiveVideo")) return [];
    if (visible(TURN).length) return ["turned"];
    // What asks nothing is operated as any other page: panels, hot spots.
    const asks = visible(`${CHECK}, .h5p-sc-alternative`).length > 0;
    if (!asks) return moved().length && activities().length > 1 ? [] : null;
    const names = findOptions() ? ["answered-wrong", "answered-right"] : ["answered"];
    return visible(CHECK).length ? [...names, "solution"] : names;
  },

  async enter(name) {
    if (name === "turned") return turn();
    if (name === "answered-right") return answer("right");
    if (name === "answered-wrong") return answer("wrong");
    return name === "solution" ? showSolution() : answer();
  },

  async leave(name) {
    if (name === "turned") return turn();
    await pressAll(".h5p-question-try-again", 400);
    await pressAll(".h5p-confirmation-dialog-confirm-button", 300); // some ask first whether that is meant
    if (visible(CHECK).length) return true;
    for (const { instance } of activities()) instance.resetTask?.();
    await a11y.timing.pause(400);
    return visible(CHECK).length > 0;
  },
};

/** Return the activities that have begun: their instance, and the element that they stand in. */
function activities() {
  const worlds = [window];
  for (const frame of document.querySelectorAll("iframe")) {
    try {
      if (frame.contentWindow.H5P) worlds.push(frame.contentWindow);
    } catch {
      // of another site
    }
  }
  return worlds.flatMap((world) =>
    (world.H5P?.instances ?? []).map((instance, index) => {
      const nested = ".h5p-content, .h5p-container";
      const roots = [...world.document.querySelectorAll(nested)].filter((root) => !root.parentElement.closest(nested));
      return { instance, root: instance.$container?.[0] ?? roots[index] ?? null };
    }),
  );
}

/** Whether a frame for an activity hasn't begun yet. */
function isLate(frame) {
  try {
    return !frame.contentWindow.H5P?.instances?.length;
  } catch {
    return false;
  }
}

function parse(key) {
  const [index, n] = key.split("/").map(Number);
  return { activity: activities()[index], n };
}

function nameOf({ instance }) {
  const library = String(instance.libraryInfo?.machineName ?? "").replace("H5P.", "");
  return String(instance.contentData?.metadata?.title || instance.getTitle?.() || library);
}

function screensOf(activity) {
  return typeOf(activity)?.list(activity) ?? [];
}

/** Return the activities that no longer show their first screen: only these are looked at, the others were before. */
function moved() {
  const isMoved = (activity) => screensOf(activity).length > 1 && !typeOf(activity).isFirstShown(activity);
  return activities().filter(isMoved);
}

function isVisible(element) {
  return element.checkVisibility();
}

/** Return the visible elements that match, in the activities that are looked at now. */
function visible(selector) {
  const looked = moved();
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  return (looked.length ? looked : activities()).flatMap(({ root }) => all(root, selector).filter(isShown));
}

/** @returns {any[]} */
function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

function textOf(element) {
  return a11y.text.collapse(element?.textContent);
}

async function pressAll(selector, ms) {
  const buttons = visible(selector);
  for (const button of buttons) button.click();
  await a11y.timing.pause(ms);
  return buttons.length > 0;
}

function turn() {
  return pressAll(TURN, 900);
}

async function showSolution() {
  const button = ".h5p-question-show-solution";
  if (!visible(button).length) await answer(findOptions() ? "wrong" : "");
  return pressAll(button, 600);
}

/**
 * Return the right and the wrong options of a page with one question, as it tells them to a learning record store;
 * null when it doesn't.
 */
function findOptions() {
  const found = activities();
  const { instance, root } = found[0];
  if (found.length > 1 || !/^H5P\.(MultiChoice|TrueFalse)$/.test(instance.libraryInfo?.machineName)) return null;
  let question;
  try {
    question = instance.getXAPIData().statement.object.definition;
  } catch {
    return null;
  }
  const options = all(root, ".h5p-answer[data-id], .h5p-true-false-answer");
  const wanted = String(question.correctResponsesPattern?.[0] ?? "").split("[,]");
  const ids = question.choices?.map(({ id }) => String(id)) ?? ["true", "false"];
  const right = options.filter((option, index) => wanted.includes(ids[Number(option.dataset.id ?? index)]));
  const wrong = options.filter((option) => !right.includes(option));
  return right.length && wrong.length ? { right, wrong } : null;
}

/** Answer all questions, rightly or wrongly where that is known, and check; return whether there was anything to do. */
async function answer(verdict = "") {
  const options = verdict ? findOptions() : null;
  if (options) for (const option of verdict === "right" ? options.right : options.wrong.slice(0, 1)) option.click();
  else chooseAny();
  for (const field of visible(".h5p-text-input, .h5p-question textarea")) {
    field.value = "x";
    for (const name of ["input", "change", "blur"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  await a11y.timing.pause(200);
  return (await pressAll(CHECK, 700)) || visible(VERDICTS).length > 0;
}

/** Choose the first option of each question. */
function chooseAny() {
  const groups = new Set();
  for (const option of visible(OPTIONS)) {
    const group = option.closest("[role=radiogroup], [role=group], .h5p-sc-slide, .h5p-question") ?? option.parentNode;
    if (!groups.has(group)) option.click();
    groups.add(group);
  }
}

/**
 * Return how the content type of an activity lists its screens, shows one, and tells that it does; null for a type
 * with one screen. `isFirstShown` tells whether the activity is still on its first screen.
 */
function typeOf({ instance }) {
  const make = TYPES[instance.libraryInfo?.machineName];
  if (!make) return null;
  const type = make(instance);
  return { isFirstShown: (activity) => type.isShown(activity, 0), ...type };
}

const TYPES = {
  "H5P.CoursePresentation": (instance) => ({
    list({ root }) {
      const slides = all(root, ".h5p-slides-wrapper > .h5p-slide, .h5p-slides-wrapper > [role=tabpanel]");
      return slides.map((slide, index) => slideTitle(slide, instance.slides?.[index]));
    },
    go: (_, n) => instance.jumpToSlide(n),
    isShown: ({ root }, n) => all(root, ".h5p-slides-wrapper > *")[n]?.classList.contains("h5p-current"),
  }),

  "H5P.InteractiveBook": () => ({
    list: ({ root }) =>
      all(root, CHAPTER).map((chapter) => textOf(chapter.querySelector("[class*=title-text]") ?? chapter)),
    go({ root }, n) {
      pressStart(root);
      all(root, CHAPTER)[n]?.click();
    },
    isShown({ root }, n) {
      const chapter = all(root, CHAPTER)[n];
      if (chapter?.matches("[class*=summary-menu-button]")) {
        return all(root, "[class*=summary-container], [class*=summary-page]").some(isVisible);
      }
      const current = "[class*=navigation-current]";
      return Boolean(chapter?.matches(current) || chapter?.querySelector(current));
    },
  }),

  "H5P.QuestionSet": () => ({
    list: ({ root }) =>
      all(root, ".question-container").map((one) =>
        textOf(one.querySelector(".h5p-question-introduction")).slice(0, 100),
      ),
    go({ root }, n) {
      pressStart(root);
      const dot = all(root, ".progress-dot, .progress-item a")[n];
      if (dot && !dot.classList.contains("disabled")) return dot.click();
      const current = () => all(root, ".question-container").findIndex(isVisible);
      for (let tried = 0; tried < 60 && current() < n; tried++)
        all(root, ".h5p-question-next").find(isVisible)?.click();
    },
    isShown: ({ root }, n) => Boolean(all(root, ".question-container")[n]?.checkVisibility()),
  }),

  "H5P.SingleChoiceSet": (instance) => ({
    list: ({ root }) =>
      all(root, ".h5p-sc-slide:not(.h5p-sc-set-results)").map((slide) =>
        textOf(slide.querySelector(".h5p-sc-question")).slice(0, 100),
      ),
    go: (_, n) => instance.move(n),
    isShown: ({ root }, n) => Boolean(all(root, ".h5p-sc-slide")[n]?.matches(".h5p-sc-current-slide")),
  }),

  "H5P.Dialogcards": (instance) => ({
    list: () => listParameter(instance, "dialogs").map((card) => plain(card?.text).slice(0, 100)),
    go({ root }, n) {
      const current = () => all(root, ".h5p-dialogcards-cardwrap").findIndex(isCurrentCard);
      for (let tried = 0; tried < 200 && current() !== n; tried++) {
        root.querySelector(current() < n ? ".h5p-dialogcards-next" : ".h5p-dialogcards-prev")?.click();
      }
    },
    isShown({ root }, n) {
      const card = all(root, ".h5p-dialogcards-cardwrap")[n];
      return Boolean(card && isCurrentCard(card));
    },
  }),

  "H5P.BranchingScenario": (instance) => {
    const nodes = () => listParameter(instance, "content");
    return {
      // The start, each node whatever path leads there, and the end that is the same for all.
      list({ root }) {
        const start = ".h5p-start-screen h1, .h5p-start-screen h2, .h5p-branching-scenario-title-text";
        return [textOf(root.querySelector(start)), ...nodes().map((node) => plain(node?.type?.metadata?.title)), ""];
      },
      go(_, n) {
        const isEnd = nodes().length < n;
        if (!n) return instance.trigger("restarted");
        if (!(instance.currentId >= 0)) instance.trigger("started");
        if (!isEnd && instance.currentId === n - 1) return;
        instance.trigger("navigated", { nextContentId: isEnd ? -1 : n - 1 });
      },
      isShown({ root }, n) {
        const current = ".h5p-current-screen";
        const isCurrent = (screen) => screen.matches(current) || screen.querySelector(current);
        const shows = (selector) => all(root, selector).some(isCurrent);
        if (!n) return shows(".h5p-start-screen");
        if (n > nodes().length) return shows(".h5p-end-screen");
        return instance.currentId === n - 1 && !shows(".h5p-start-screen, .h5p-end-screen");
      },
    };
  },

  "H5P.InteractiveVideo": (instance) => ({
    list: ({ root }) => [
      textOf(root.querySelector(".h5p-splash-title")),
      ...moments(instance).map(({ title }) => title),
    ],
    go: ({ root }, n) => seek(instance, root, n),
    isShown: ({ root }, n) => (n ? showInteraction(instance, root, n) : isVideoShown(root)),
    isFirstShown: ({ root }) => isVideoShown(root),
  }),
};

function pressStart(root) {
  all(root, START).find(isVisible)?.click();
}

/** Return the title of a slide; slides further on aren't drawn yet, but what will stand on them is known. */
function slideTitle(slide, data) {
  const texts = data?.elements?.map((element) => element.action?.params?.text) ?? [];
  const html = texts.find((text) => typeof text === "string") ?? "";
  const drawn = new DOMParser().parseFromString(html, "text/html");
  return (
    data?.keywords?.[0]?.main ||
    textOf(slide.querySelector("h1, h2, h3, h4")) ||
    textOf(drawn.querySelector("h1, h2, h3, h4, p"))
  );
}

function isCurrentCard(card) {
  return card.matches(".h5p-dialogcards-current");
}

function plain(html) {
  return a11y.text.collapse(a11y.text.textOfHtml(html));
}

/** Return a list that the author filled, wherever this version keeps it. */
function listParameter(instance, name) {
  const owners = [instance.params, instance.params?.branchingScenario, instance.options, instance];
  return owners.map((owner) => owner?.[name]).find(Array.isArray) ?? [];
}

/** Return the interactions of a video in the order of their moments (seconds). */
function moments(instance) {
  return (instance.interactions ?? [])
    .map((interaction) => ({
      interaction,
      from: Number(interaction.getDuration?.().from) || 0,
      title: a11y.text.collapse(String(interaction.getTitle?.() ?? "")),
    }))
    .sort((one, other) => one.from - other.from);
}

function isVideoShown(root) {
  return Boolean(root.querySelector(".h5p-splash, .h5p-video-wrapper, video"));
}

function seek(instance, root, n) {
  all(root, ".h5p-dialog-close").find(isVisible)?.click();
  if (!n) return;
  instance.removeSplash?.();
  instance.pause();
  instance.seek(moments(instance)[n - 1].from);
}

/** Show the interaction at a moment of the video, once that is reached; return whether it is shown. */
async function showInteraction(instance, root, n) {
  const { from, interaction } = moments(instance)[n - 1];
  const isNear = () => Math.abs((instance.video?.getCurrentTime?.() ?? -9) - from) <= 1.5;
  // It may have played on, or not have been ready to seek.
  if (!(await a11y.timing.waitUntil(isNear, 15))) {
    seek(instance, root, n);
    return false;
  }
  instance.toggleInteractions?.(Math.floor(from) || 0);
  if (!all(root, ".h5p-interaction, .h5p-interactive-video-endscreen").some(isVisible)) return false;
  // Most stand behind a button with a plus sign.
  const button = interaction.getElement?.()?.[0]?.querySelector(".h5p-interaction-button");
  const isOpen = all(root, ".h5p-dialog").some(isVisible);
  if (button?.checkVisibility() && !isOpen) button.click();
  return isOpen || !button?.checkVisibility();
}
