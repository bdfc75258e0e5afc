// Articulate Storyline 3 and 360: the player's own objects (DS) know every slide, and jump to any of them.
export default {
  status() {
    const slides = globalThis.DS?.presentation?.getFlatSlides?.();
    if (!slides?.length) return document.querySelector("#app-top, #slide-container, .story-container") ? "waiting" : "";
    return DS.windowManager?.getCurrentWindowSlide?.() ? "ready" : "waiting";
  },

  start() {
    // The player first asks whether to resume; a fresh profile has not been anywhere, so nothing is lost.
    const buttons = document.querySelectorAll(
      ".message-box-buttons-panel-window-button, .play-btn, .mobile-load-title-overlay button",
    );
    for (const button of buttons) if (button.checkVisibility?.()) button.click();
  },

  outline() {
    const isTechnical = (slide) => /MsgScene|PromptScene/i.test(slide.absoluteId || slide.getAbsoluteId?.() || "");
    return DS.presentation
      .getFlatSlides()
      .filter((slide) => !isTechnical(slide))
      .map((slide) => {
        const scene = slide.getScene?.() ?? slide.parent ?? null;
        return { key: String(slide.absoluteId), title: titleOf(slide), path: [titleOf(scene)].filter(Boolean) };
      });
  },

  go(key) {
    DS.pubSub.trigger(DS.events.request.NEXT_SLIDE, key, "_current");
  },

  isShown(key) {
    const slide = DS.windowManager.getCurrentWindowSlide();
    if (slide?.absoluteId !== key) return false;
    const timeline = slide.currentTimeline?.();
    return !timeline?.elapsedTime || timeline.elapsedTime() > 0;
  },

  // Texts and buttons appear one after the other: go to the end, where a learner who waits sees the whole slide.
  advance() {
    const timeline = DS.windowManager.getCurrentWindowSlide()?.currentTimeline?.();
    const length = typeof timeline?.duration === "function" ? timeline.duration() : timeline?.duration;
    if (!timeline?.progress || !(length > 600) || timeline.progress() > 0.9) return "";
    timeline.onSeekStart?.();
    timeline.progress(1 - Math.min(0.05, 150 / length));
    timeline.onSeekEnd?.();
    timeline.pause?.();
    return timeline.progress() > 0.9 ? "timeline" : "";
  },

  states() {
    return layers().map((_, index) => `layer ${index + 1}`);
  },

  enter(name) {
    return trigger(name, "show_slidelayer");
  },

  leave(name) {
    return trigger(name, "hide_slidelayer");
  },
};

function titleOf(object) {
  const title = (typeof object?.get === "function" ? object.get("title") : undefined) ?? object?.title;
  return String(title ?? "");
}

/** Return the layers of the current slide, without its base layer. */
function layers() {
  const slide = DS.windowManager.getCurrentWindowSlide();
  const given = typeof slide?.slideLayers === "function" ? slide.slideLayers() : slide?.slideLayers;
  return [...(given?.models ?? given ?? [])].filter((layer) => layer.triggerAction && !layer.isBaseLayer?.());
}

function trigger(name, kind) {
  const layer = layers()[Number(name.split(" ")[1]) - 1];
  layer?.triggerAction({ kind, transition: "appear" }, {});
  return Boolean(layer);
}
