// How the content types of H5P handle their screens: `list` them, `go` to one, tell whether it `isShown`.
// @requires text, timing
const CHAPTER = ".h5p-interactive-book-navigation-chapter-button";
const START =
  ".qs-startbutton, .h5p-interactive-book-cover-readbutton button, button.h5p-interactive-book-cover-readbutton";

export default {
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

/** @returns {any[]} */
function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

function isVisible(element) {
  return element.checkVisibility();
}

function textOf(element) {
  return a11y.text.collapse(element?.textContent);
}
