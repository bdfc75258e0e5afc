// iSpring presentations: the documented player object (view, presentation) is found behind the page's event listeners.
({
  found() {
    const player = this.player();
    if (!player) return window.PresentationPlayer ? "waiting" : "";
    return player.view().playbackController().clock().started() ? "ready" : "waiting";
  },
  start() {
    // The start overlay, and "No" to going on where another learner left.
    const buttons = document.querySelectorAll(".play_button, .play-button, .launch_button, .message-box button, .message-box-buttons-panel__window-button, [class*=message-box] button");
    const shown = [...buttons].filter((one) => one.checkVisibility());
    (shown.find((one) => /^(no|nee|nein|non|start over|restart|opnieuw)\b/i.test(one.textContent.trim())) ?? shown[0])?.click();
  },
  outline() {
    const above = [];
    return this.slides().map((slide, at) => {
      const level = Number(slide.nestingLevel?.()) || 0;
      const title = this.title(slide);
      above.length = Math.min(above.length, level);
      const path = above.filter(Boolean);
      above[level] = title;
      return { key: String(at), title, path };
    });
  },
  go(key) {
    this.control().gotoSlide(Number(key));
  },
  at(key) {
    const control = this.control();
    const moving = control.slideTransitionController?.()?.state?.();
    if (control.currentSlideIndex() !== Number(key) || (moving && moving !== "idle")) return false;
    if (this.slides()[Number(key)].isLoaded?.() === false) return false;
    return control.clock().started?.() ?? true;
  },
  why(key) {
    const allowed = this.player().view().restrictedPlaybackController?.()?.checkNavigationRestriction;
    const index = this.control().currentSlideIndex();
    return allowed && index !== Number(key) ? "locked" : "";
  },
  open() {
    const control = this.control();
    const at = control.currentSlideIndex();
    const slide = this.slides()[at];
    const steps = slide.animationSteps?.()?.count?.() ?? 1;
    const now = control.clock().timestamp();
    if (now.stepIndex() < steps - 1) {
      control.gotoNextStep();
      return "step";
    }
    // What a slide brings in its own time has come at the end of it, before it goes on to the next.
    const step = slide.animationSteps?.()?.getStep?.(steps - 1);
    const end = Number(step?.duration?.() ?? step?.animationDuration?.()) || 0;
    if (end - now.timeOffset() < 0.1) return "";
    try { control.gotoTimestamp(slide.convertTimeToTimestamp(Math.max(0, slide.duration() - 0.05), true)); } catch { return ""; }
    control.pause();
    return "end";
  },

  control() {
    return this.player().view().playbackController();
  },
  slides() {
    const slides = this.player()?.presentation().slides();
    return Array.from({ length: slides?.count() ?? 0 }, (_, at) => slides.getSlide(at));
  },
  // Its title, else the first of its words that are long enough to tell it by.
  title(slide) {
    const clean = (text) => String(text ?? "").split(/[\r\n\v]+/).map((line) => line.trim());
    const title = clean(slide.title?.()).join(" ").trim();
    return title || clean(slide.text?.()).find((line) => line.length > 3)?.slice(0, 80) || "";
  },
  // Listeners of the page lead to the player: Closure keeps them in a property of the node they listen to.
  player() {
    const given = window.ispringPresentationConnector?.player;
    const queue = given ? [given] : [];
    for (const node of [document, window, ...document.querySelectorAll("#content, #playerView, #playerView *")])
      for (const key of Object.keys(node)) if (key.startsWith("closure_lm_") && node[key]) queue.push(node[key]);
    const seen = new Set(queue);
    const until = performance.now() + 700;
    for (let at = 0; at < queue.length && at < 200000 && performance.now() < until; at++) {
      const one = queue[at];
      try {
        if (typeof one.view === "function" && one.view().playbackController && one.presentation().slides) return one;
      } catch { /* something else that only has these names */ }
      for (const key of Object.keys(one)) {
        let next;
        try { next = one[key]; } catch { continue; }
        if (!next || typeof next !== "object" || seen.has(next) || next === window || next instanceof Node) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return null;
  },
})
