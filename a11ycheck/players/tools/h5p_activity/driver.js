// H5P: the activities of a page, in its own document or in frames of the same origin; some have screens of their own.
({
  found() {
    const frames = document.querySelectorAll("iframe.h5p-iframe, .h5p-iframe-wrapper iframe");
    const begun = this.activities();
    if (!begun.length) return frames.length || document.querySelector(".h5p-container, .h5p-content") ? "waiting" : "";
    const empty = ({ root }) => !root || root.children.length === 0;
    const late = ({ contentWindow }) => { try { return !contentWindow.H5P?.instances?.length; } catch { return false; } };
    // One that never begins does not keep the others.
    if (performance.now() > 12000) return "ready";
    return [...frames].some(late) || begun.some(empty) ? "waiting" : "ready";
  },
  tool() {
    const [{ instance }, ...more] = this.activities();
    const { machineName, majorVersion, minorVersion } = instance.libraryInfo ?? {};
    if (more.length || !machineName) return null;
    return { name: `H5P ${machineName.replace("H5P.", "")}`, version: majorVersion ? `${majorVersion}.${minorVersion}` : "" };
  },
  outline() {
    const found = this.activities();
    const alone = found.length === 1 && this.screens(found[0]).length > 1;
    // Several on a page: the page shows the first screen of each.
    const stops = alone ? [] : [{ key: "page", title: found.length > 1 ? document.title : this.name(found[0]), path: [] }];
    found.forEach((activity, at) => {
      const path = [alone ? "" : this.name(activity)].filter(Boolean);
      this.screens(activity).forEach((title, n) => {
        if (alone || n) stops.push({ key: `${at}/${n}`, title, path });
      });
    });
    return stops;
  },
  go(key) {
    if (key === "page") return;
    const [at, n] = key.split("/").map(Number);
    const activity = this.activities()[at];
    this.kind(activity)?.go(activity, n);
  },
  at(key) {
    if (key === "page") return true;
    const [at, n] = key.split("/").map(Number);
    const activity = this.activities()[at];
    return Boolean(this.kind(activity)?.at(activity, n));
  },
  states() {
    // A video is not left as it was, once it has been answered.
    if (this.activities().some(({ instance }) => instance.libraryInfo?.machineName === "H5P.InteractiveVideo")) return [];
    if (this.seen(this.TURN).length) return ["turned"];
    // What asks nothing is operated as any other page: panels, hot spots.
    if (!this.seen(".h5p-question-check-answer, .h5p-sc-alternative").length) return this.moved().length && this.activities().length > 1 ? [] : null;
    const names = this.right() ? ["answered-wrong", "answered-right"] : ["answered"];
    return this.seen(".h5p-question-check-answer").length ? [...names, "solution"] : names;
  },
  async enter(name) {
    if (name === "turned") return this.turn();
    if (name === "answered-right" || name === "answered-wrong") return this.answer(name === "answered-right");
    if (name !== "solution") return this.answer();
    const buttons = () => this.seen(".h5p-question-show-solution");
    if (!buttons().length) await this.answer(this.right() ? false : undefined);
    const found = buttons();
    for (const button of found) button.click();
    await this.pause(600);
    return found.length > 0;
  },
  async leave(name) {
    if (name === "turned") return this.turn();
    for (const button of this.seen(".h5p-question-try-again")) button.click();
    await this.pause(400);
    // Some ask first whether that is meant.
    for (const button of this.seen(".h5p-confirmation-dialog-confirm-button")) button.click();
    await this.pause(300);
    if (this.seen(".h5p-question-check-answer").length) return true;
    for (const { instance } of this.activities()) instance.resetTask?.();
    await this.pause(400);
    return this.seen(".h5p-question-check-answer").length > 0;
  },

  // The right options of an activity that is one question with options, as it tells them to a learning record store.
  right() {
    const found = this.activities();
    const { instance, root } = found[0];
    if (found.length > 1 || !/^H5P\.(MultiChoice|TrueFalse)$/.test(instance.libraryInfo?.machineName)) return null;
    let asked;
    try { asked = instance.getXAPIData().statement.object.definition; } catch { return null; }
    const options = [...root.querySelectorAll(".h5p-answer[data-id], .h5p-true-false-answer")];
    const wanted = String(asked.correctResponsesPattern?.[0] ?? "").split("[,]");
    const ids = asked.choices?.map(({ id }) => String(id)) ?? ["true", "false"];
    const good = options.filter((one, at) => wanted.includes(ids[Number(one.dataset.id ?? at)]));
    return good.length && good.length < options.length ? { good, bad: options.filter((one) => !good.includes(one)) } : null;
  },
  async answer(well) {
    const told = well === undefined ? null : this.right();
    for (const one of told ? (well ? told.good : told.bad.slice(0, 1)) : []) one.click();
    const groups = new Set();
    for (const one of told ? [] : this.seen("[role=radio], [role=checkbox], .h5p-answer, .h5p-true-false-answer, .h5p-sc-alternative")) {
      const group = one.closest("[role=radiogroup], [role=group], .h5p-sc-slide, .h5p-question") ?? one.parentNode;
      if (!groups.has(group)) one.click();
      groups.add(group);
    }
    for (const field of this.seen(".h5p-text-input, .h5p-question textarea")) {
      field.value = "x";
      for (const name of ["input", "change", "blur"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
    await this.pause(200);
    const buttons = this.seen(".h5p-question-check-answer");
    for (const button of buttons) button.click();
    await this.pause(700);
    return buttons.length > 0 || this.seen(".h5p-sc-is-correct, .h5p-sc-is-wrong, .h5p-sc-reveal-correct, .h5p-sc-reveal-wrong").length > 0;
  },
  // A card with something on its back.
  TURN: ".h5p-dialogcards-current .h5p-dialogcards-turn",
  async turn() {
    const buttons = this.seen(this.TURN);
    for (const button of buttons) button.click();
    await this.pause(900);
    return buttons.length > 0;
  },
  pause(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds));
  },
  // Where one activity was moved on, the others have been looked at before.
  moved() {
    return this.activities().filter((activity) => this.screens(activity).length > 1 && !this.kind(activity).at(activity, 0));
  },
  seen(selector) {
    const moved = this.moved();
    return (moved.length ? moved : this.activities()).flatMap(({ root }) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true })));
  },
  // The activities that have begun: their instance, and the element that they stand in.
  activities() {
    const worlds = [window];
    for (const frame of document.querySelectorAll("iframe")) {
      try { if (frame.contentWindow.H5P) worlds.push(frame.contentWindow); } catch { /* another site's */ }
    }
    return worlds.flatMap((world) => (world.H5P?.instances ?? []).map((instance, at) => {
      const roots = world.document.querySelectorAll(".h5p-content, .h5p-container");
      const own = instance.$container?.[0] ?? [...roots].filter((one) => !one.parentElement.closest(".h5p-content, .h5p-container"))[at];
      return { instance, root: own ?? null };
    }));
  },
  name({ instance }) {
    const library = String(instance.libraryInfo?.machineName ?? "").replace("H5P.", "");
    return String(instance.contentData?.metadata?.title || instance.getTitle?.() || library);
  },
  screens(activity) {
    const kind = this.kind(activity);
    return kind ? kind.list(activity) : [];
  },
  // How a content type lists its screens, shows one, and tells that it does.
  kind({ instance }) {
    const moments = () => this.moments(instance);
    const say = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const all = (root, selector) => [...root.querySelectorAll(selector)];
    const plain = (html) => new DOMParser().parseFromString(String(html ?? ""), "text/html").body.textContent.replace(/\s+/g, " ").trim();
    const chapter = ".h5p-interactive-book-navigation-chapter-button";
    const start = (root) => all(root, ".qs-startbutton, .h5p-interactive-book-cover-readbutton button, button.h5p-interactive-book-cover-readbutton").find((one) => one.checkVisibility())?.click();
    return {
      "H5P.CoursePresentation": {
        list: ({ root }) => all(root, ".h5p-slides-wrapper > .h5p-slide, .h5p-slides-wrapper > [role=tabpanel]").map((slide, at) => {
          // Slides further on are not drawn yet; what will stand on them is known.
          const words = instance.slides?.[at]?.keywords?.[0]?.main;
          const text = instance.slides?.[at]?.elements?.map((one) => one.action?.params?.text).find((one) => typeof one === "string");
          const drawn = new DOMParser().parseFromString(text ?? "", "text/html");
          return words || say(slide.querySelector("h1, h2, h3, h4")) || say(drawn.querySelector("h1, h2, h3, h4, p"));
        }),
        go: (_, n) => instance.jumpToSlide(n),
        at: ({ root }, n) => all(root, ".h5p-slides-wrapper > *")[n]?.classList.contains("h5p-current"),
      },
      "H5P.InteractiveBook": {
        list: ({ root }) => all(root, chapter).map((one) => say(one.querySelector("[class*=title-text]") ?? one)),
        go: ({ root }, n) => {
          start(root);
          all(root, chapter)[n]?.click();
        },
        at: ({ root }, n) => {
          const one = all(root, chapter)[n];
          if (one?.matches("[class*=summary-menu-button]"))
            return all(root, "[class*=summary-container], [class*=summary-page]").some((page) => page.checkVisibility());
          return Boolean(one?.matches("[class*=navigation-current]") || one?.querySelector("[class*=navigation-current]"));
        },
      },
      "H5P.QuestionSet": {
        list: ({ root }) => all(root, ".question-container").map((one) => say(one.querySelector(".h5p-question-introduction")).slice(0, 100)),
        go: ({ root }, n) => {
          start(root);
          const dot = all(root, ".progress-dot, .progress-item a")[n];
          if (dot && !dot.classList.contains("disabled")) return dot.click();
          const shown = () => all(root, ".question-container").findIndex((one) => one.checkVisibility());
          for (let tried = 0; tried < 60 && shown() < n; tried++)
            all(root, ".h5p-question-next").find((one) => one.checkVisibility())?.click();
        },
        at: ({ root }, n) => Boolean(all(root, ".question-container")[n]?.checkVisibility()),
      },
      "H5P.SingleChoiceSet": {
        list: ({ root }) => all(root, ".h5p-sc-slide:not(.h5p-sc-set-results)").map((one) => say(one.querySelector(".h5p-sc-question")).slice(0, 100)),
        go: (_, n) => instance.move(n),
        at: ({ root }, n) => Boolean(all(root, ".h5p-sc-slide")[n]?.matches(".h5p-sc-current-slide")),
      },
      "H5P.Dialogcards": {
        list: () => this.params(instance, "dialogs").map((card) => plain(card?.text).slice(0, 100)),
        go: ({ root }, n) => {
          const now = () => all(root, ".h5p-dialogcards-cardwrap").findIndex((one) => one.matches(".h5p-dialogcards-current"));
          for (let tried = 0; tried < 200 && now() !== n; tried++) root.querySelector(now() < n ? ".h5p-dialogcards-next" : ".h5p-dialogcards-prev")?.click();
        },
        at: ({ root }, n) => Boolean(all(root, ".h5p-dialogcards-cardwrap")[n]?.matches(".h5p-dialogcards-current")),
      },
      "H5P.BranchingScenario": {
        // The start, each node whatever road leads there, and the end that is the same for all.
        list: ({ root }) => [say(root.querySelector(".h5p-start-screen h1, .h5p-start-screen h2, .h5p-branching-scenario-title-text")), ...this.params(instance, "content").map((node) => plain(node?.type?.metadata?.title)), ""],
        go: (_, n) => {
          const last = this.params(instance, "content").length < n;
          if (!n) return instance.trigger("restarted");
          if (!(instance.currentId >= 0)) instance.trigger("started");
          if (last || instance.currentId !== n - 1) instance.trigger("navigated", { nextContentId: last ? -1 : n - 1 });
        },
        at: ({ root }, n) => {
          const shown = (selector) => all(root, selector).some((one) => one.matches(".h5p-current-screen") || one.querySelector(".h5p-current-screen"));
          if (!n) return shown(".h5p-start-screen");
          if (n > this.params(instance, "content").length) return shown(".h5p-end-screen");
          return instance.currentId === n - 1 && !shown(".h5p-start-screen, .h5p-end-screen");
        },
      },
      "H5P.InteractiveVideo": {
        list: ({ root }) => [say(root.querySelector(".h5p-splash-title")) || "", ...moments().map((one) => one.title)],
        go({ root }, n) {
          all(root, ".h5p-dialog-close").find((one) => one.checkVisibility())?.click();
          if (!n) return;
          instance.removeSplash?.();
          instance.pause();
          instance.seek(moments()[n - 1].from);
          instance.a11ycheckSought = performance.now();
        },
        at(part, n) {
          const { root } = part;
          if (!n) return Boolean(root.querySelector(".h5p-splash, .h5p-video-wrapper, video"));
          const moment = moments()[n - 1];
          if (Math.abs((instance.video?.getCurrentTime?.() ?? -9) - moment.from) > 1.5) {
            // It may have played on, or not been ready to be sought.
            if (performance.now() - (instance.a11ycheckSought ?? 0) > 1500) this.go(part, n);
            return false;
          }
          instance.toggleInteractions?.(Math.floor(moment.from) || 0);
          if (!all(root, ".h5p-interaction, .h5p-interactive-video-endscreen").some((one) => one.checkVisibility())) return false;
          // Most stand behind a button with a plus sign.
          const button = moment.part.getElement?.()?.[0]?.querySelector(".h5p-interaction-button");
          const open = all(root, ".h5p-dialog").some((one) => one.checkVisibility());
          if (button?.checkVisibility() && !open) button.click();
          return open || !button?.checkVisibility();
        },
      },
    }[instance.libraryInfo?.machineName] ?? null;
  },
  // A list that the author filled, wherever this version keeps it.
  params(instance, name) {
    const given = [instance.params, instance.params?.branchingScenario, instance.options, instance].map((one) => one?.[name]);
    return given.find(Array.isArray) ?? [];
  },
  moments(instance) {
    return (instance.interactions ?? [])
      .map((one) => ({ part: one, from: Number(one.getDuration?.().from) || 0, title: String(one.getTitle?.() ?? "").replace(/\s+/g, " ").trim() }))
      .sort((one, other) => one.from - other.from);
  },
})
