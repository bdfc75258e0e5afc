// Articulate Storyline 3 and 360: the player's own objects (DS) know every slide, and jump to any of them.
({
  found() {
    const slides = globalThis.DS?.presentation?.getFlatSlides?.();
    if (!slides?.length) return document.querySelector("#app-top, #slide-container, .story-container") ? "waiting" : "";
    return DS.windowManager?.getCurrentWindowSlide?.() ? "ready" : "waiting";
  },
  start() {
    // Where the course was left is asked first; a fresh profile has not been anywhere, so nothing is lost.
    for (const button of document.querySelectorAll(".message-box-buttons-panel-window-button, .play-btn, .mobile-load-title-overlay button"))
      if (button.checkVisibility?.()) button.click();
  },
  outline() {
    const technical = /MsgScene|PromptScene/i;
    return DS.presentation
      .getFlatSlides()
      .filter((slide) => !technical.test(slide.absoluteId || slide.getAbsoluteId?.() || ""))
      .map((slide) => {
        const read = (of, name) => (typeof of?.get === "function" ? of.get(name) : undefined) ?? of?.[name];
        const scene = slide.getScene?.() ?? slide.parent ?? null;
        return {
          key: String(slide.absoluteId),
          title: String(read(slide, "title") ?? ""),
          path: [String(read(scene, "title") ?? "")].filter(Boolean),
        };
      });
  },
  go(key) {
    DS.pubSub.trigger(DS.events.request.NEXT_SLIDE, key, "_current");
  },
  at(key) {
    const slide = DS.windowManager.getCurrentWindowSlide();
    if (slide?.absoluteId !== key) return false;
    const timeline = slide.getTimeline?.() ?? slide.timeline ?? slide.currentTimeline?.();
    return !timeline || (timeline.elapsedTime?.() ?? timeline.elapsed ?? 1) > 0;
  },
})
