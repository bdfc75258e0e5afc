// iSpring presentations: the documented player object (view, presentation) is found behind the page's event listeners.
// @requires closure_library
const START_BUTTONS =
  ".play_button, .play-button, .launch_button, .message-box button, .message-box-buttons-panel__window-button, " +
  "[class*=message-box] button";
const START_OVER = /^(no|nee|nein|non|start over|restart|opnieuw)\b/i;

export default {
  status() {
    const player = findPlayer();
    if (!player) return window.PresentationPlayer ? "waiting" : "";
    return player.view().playbackController().clock().started() ? "ready" : "waiting";
  },

  start() {
    // The start overlay, and "No" to the question whether to resume.
    const buttons = [...document.querySelectorAll(START_BUTTONS)].filter((button) => button.checkVisibility());
    (buttons.find((button) => START_OVER.test(button.textContent.trim())) ?? buttons[0])?.click();
  },

  outline() {
    const above = [];
    return slides().map((slide, index) => {
      const level = Number(slide.nestingLevel?.()) || 0;
      const title = titleOf(slide);
      above.length = Math.min(above.length, level);
      const path = above.filter(Boolean);
      above[level] = title;
      return { key: String(index), title, path };
    });
  },

  go(key) {
    controller().gotoSlide(Number(key));
  },

  isShown(key) {
    const control = controller();
    const transition = control.slideTransitionController?.()?.state?.();
    if (control.currentSlideIndex() !== Number(key) || (transition && transition !== "idle")) return false;
    if (slides()[Number(key)].isLoaded?.() === false) return false;
    return control.clock().started?.() ?? true;
  },

  whyMissing(key) {
    const isRestricted = findPlayer().view().restrictedPlaybackController?.()?.checkNavigationRestriction;
    const index = controller().currentSlideIndex();
    return isRestricted && index !== Number(key) ? "locked" : "";
  },

  advance() {
    const control = controller();
    const slide = slides()[control.currentSlideIndex()];
    const steps = slide.animationSteps?.()?.count?.() ?? 1;
    const now = control.clock().timestamp();
    if (now.stepIndex() < steps - 1) {
      control.gotoNextStep();
      return "step";
    }
    // Go to the end of the last step, when everything has appeared, and before the next slide.
    const step = slide.animationSteps?.()?.getStep?.(steps - 1);
    const end = Number(step?.duration?.() ?? step?.animationDuration?.()) || 0;
    if (end - now.timeOffset() < 0.1) return "";
    try {
      control.gotoTimestamp(slide.convertTimeToTimestamp(Math.max(0, slide.duration() - 0.05), true));
    } catch {
      return "";
    }
    control.pause();
    return "end";
  },
};

function controller() {
  return findPlayer().view().playbackController();
}

function slides() {
  const all = findPlayer()?.presentation().slides();
  return Array.from({ length: all?.count() ?? 0 }, (_, index) => all.getSlide(index));
}

/** Return the title of a slide, or else the first line of its text that is long enough to tell it by. */
function titleOf(slide) {
  const lines = (text) =>
    String(text ?? "")
      .split(/[\r\n\v]+/)
      .map((line) => line.trim());
  const title = lines(slide.title?.()).join(" ").trim();
  const isTelling = (line) => line.length > 3;
  return title || lines(slide.text?.()).find(isTelling)?.slice(0, 80) || "";
}

function findPlayer() {
  const registered = window.ispringPresentationConnector?.player;
  const isPlayer = (object) =>
    typeof object.view === "function" && object.view().playbackController && object.presentation().slides;
  return a11y.closure_library.findObject(isPlayer, {
    first: registered ? [registered] : [],
    nodes: [document, window, ...document.querySelectorAll("#content, #playerView, #playerView *")],
    most: 200000,
  });
}
