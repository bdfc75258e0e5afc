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
    const timeline = slide.currentTimeline?.();
    return !timeline?.elapsedTime || timeline.elapsedTime() > 0;
  },
  // Texts and buttons appear one after the other: what a learner who waits has in front of him is the whole slide.
  open() {
    const timeline = DS.windowManager.getCurrentWindowSlide()?.currentTimeline?.();
    const length = typeof timeline?.duration === "function" ? timeline.duration() : timeline?.duration;
    if (!timeline?.progress || !(length > 600) || timeline.progress() > 0.9) return "";
    timeline.onSeekStart?.();
    timeline.progress(1 - Math.min(0.05, 150 / length));
    timeline.onSeekEnd?.();
    timeline.pause?.();
    return timeline.progress() > 0.9 ? "timeline" : "";
  },
  layers() {
    const given = DS.windowManager.getCurrentWindowSlide()?.slideLayers;
    const layers = typeof given === "function" ? DS.windowManager.getCurrentWindowSlide().slideLayers() : given;
    return [...(layers?.models ?? layers ?? [])].filter((layer) => layer.triggerAction && !layer.isBaseLayer?.());
  },
  states() {
    return this.layers().map((_, at) => `layer ${at + 1}`);
  },
  enter(name) {
    const layer = this.layers()[Number(name.split(" ")[1]) - 1];
    layer?.triggerAction({ kind: "show_slidelayer", transition: "appear" }, {});
    return Boolean(layer);
  },
  leave(name) {
    const layer = this.layers()[Number(name.split(" ")[1]) - 1];
    layer?.triggerAction({ kind: "hide_slidelayer", transition: "appear" }, {});
    return Boolean(layer);
  },
})
