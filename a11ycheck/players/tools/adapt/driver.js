// Adapt: its own models tell the pages, a route shows each; what a learner has to do to go on is done.
({
  shows: (one) => !!one?.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) && one.getBoundingClientRect().height > 0,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  seen(selector, root = document) {
    return [...root.querySelectorAll(selector)].filter((one) => this.shows(one));
  },
  /** The framework's object; its module has had two names, and one more home. */
  adapt() {
    for (const name of ["core/js/adapt", "coreJS/adapt"]) {
      try {
        const module = window.require?.(name) ?? window.requirejs?.(name);
        const found = module?.default ?? module;
        if (found?.course || found?.trigger) return found;
      } catch {
        continue;
      }
    }
    return window.Adapt ?? null;
  },
  found() {
    if (!document.querySelector("#adapt, #wrapper, html[id=adapt], .js-app")) return "";
    const adapt = this.adapt();
    const ready = adapt?.course?.get?.("_id") && (adapt.location?._currentId || adapt.location?._currentLocation === "course");
    return ready && !this.busy() ? "ready" : "waiting";
  },
  busy() {
    return this.seen(".loading, .js-loading").length > 0;
  },
  /** A language is chosen; what was left open is not gone back to. */
  start() {
    const [language] = this.seen(".languagepicker button, .languagepicker__language-btn, .languagepicker-languages button");
    language?.click();
    return this.closed();
  },
  tool() {
    const version = this.adapt()?.build?.get?.("package")?.version;
    return version ? { name: "Adapt", version: String(version) } : null;
  },
  model(id) {
    const adapt = this.adapt();
    return adapt.course.get("_id") === id ? adapt.course : adapt.findById?.(id) ?? adapt.data?.findById?.(id) ?? null;
  },
  children(model) {
    const kids = model.getChildren?.() ?? model.get("_children") ?? [];
    return (kids.models ?? kids).filter((one) => one.get("_isAvailable") !== false);
  },
  outline() {
    const course = this.adapt().course;
    const plain = (html) => (new DOMParser().parseFromString(String(html ?? ""), "text/html").body.textContent ?? "").trim();
    const title = (model) => plain(model.get("displayTitle") || model.get("title"));
    const start = course.get("_start");
    const rows = start?._isEnabled && start._isMenuDisabled ? [] : [{ key: "#/", title: title(course), path: [] }];
    const walk = (model, path, depth) => {
      for (const child of this.children(model)) {
        if (!/page|menu/.test(child.get("_type"))) continue;
        rows.push({ key: `#/id/${child.get("_id")}`, title: title(child), path });
        if (child.get("_type") === "menu" && depth < 6) walk(child, [...path, title(child)], depth + 1);
      }
    };
    walk(course, [], 0);
    return rows;
  },
  id(key) {
    return key === "#/" ? this.adapt().course.get("_id") : key.replace("#/id/", "");
  },
  go(key) {
    this.closed();
    const same = location.hash === key;
    location.hash = key;
    if (same && !this.at(key)) this.adapt().router?.navigate?.(key, { trigger: true, replace: true });
    return true;
  },
  at(key) {
    const adapt = this.adapt();
    const id = this.id(key);
    const now = adapt.location?._currentId;
    const here = now === id || (key === "#/" && (now === "course" || adapt.location?._currentLocation === "course"));
    return here && !this.busy() && this.model(id)?.get("_isReady") !== false;
  },
  why(key) {
    const model = this.model(this.id(key));
    return model?.get("_isLocked") || model?.getParent?.()?.get?.("_isLocked") || this.adapt().location?._currentId !== this.id(key) ? "locked" : "gate";
  },
  /** Closes what lies over the page; true when there was something. */
  closed() {
    const buttons = this.seen(
      ".notify__close-btn, .notify__btn-done, .notify-popup-done, .js-notify-close-btn, .notify-popup-alert-button, " +
        ".notify-popup-prompt-button:last-child, .notify__btn-prompt:last-child, .notify__btn-alert, .js-hotgraphic-popup-close, " +
        ".hotgraphic-popup__close, .drawer__close-btn, .drawer-close, .js-drawer-close-btn",
    );
    for (const one of buttons) one.click();
    return buttons.length > 0;
  },
  async open() {
    if (this.closed()) return this.wait(500).then(() => "dialog");
    const area = document.scrollingElement;
    const low = () => area.scrollTop + area.clientHeight >= area.scrollHeight - 4;
    if (!low()) {
      for (let step = 0; step < 55 && !low(); step++) {
        area.scrollTop += area.clientHeight * 0.7;
        await this.wait(70);
      }
      return "scroll";
    }
    const buttons = this.seen(".trickle button, [class*=trickle] button, button[class*=trickle], .js-trickle-btn");
    const on = buttons.find((one) => !one.disabled && !one.matches(".is-disabled, .disabled, [aria-disabled=true]"));
    if (on) return on.click(), this.wait(500).then(() => "continue");
    return buttons.length || this.waits() ? this.finish() : "";
  },
  page() {
    return this.model(this.adapt().location?._currentId);
  },
  components() {
    const found = this.page()?.findDescendantModels?.("components") ?? this.page()?.findDescendants?.("components") ?? [];
    return found.models ?? found;
  },
  view(model) {
    const id = model.get("_id");
    return document.querySelector(`[data-adapt-id="${id}"], .${CSS.escape(id)}`);
  },
  /** Whether blocks of this page are still held back, or other pages are locked until this one is complete. */
  waits() {
    const held = (model) => model.get("_isLocked") || model.get("_isTrickled") === true;
    const all = this.page()?.findDescendantModels?.("blocks") ?? this.page()?.findDescendants?.("blocks") ?? [];
    const pages = this.adapt().contentObjects?.models ?? this.adapt().data?.filter?.((one) => /page|menu/.test(one.get("_type"))) ?? [];
    return (all.models ?? all).some(held) || pages.some((one) => one.get("_isLocked"));
  },
  /** Does one thing that this page wants and that was not done yet. */
  async finish() {
    for (const model of this.components()) {
      const view = this.view(model);
      if (model.get("_isComplete") || model.get("_isSubmitted") || !this.shows(view)) continue;
      if (model.get("_isQuestionType") || model.get("_items")?.some?.((one) => "_shouldBeSelected" in one)) {
        if (await this.reply(model, view, true)) return "answer";
        continue;
      }
      const film = view.querySelector("video, audio");
      if (film && Number.isFinite(film.duration)) {
        film.muted = true;
        await Promise.race([film.play().catch(() => null), this.wait(300)]);
        film.currentTime = Math.max(0, film.duration - 0.1);
        await this.wait(700);
        if (model.get("_isComplete")) return "media";
      }
      const parts = this.seen("button, [role=button], a[href='#']", view).filter((one) => !one.matches(".is-visited, .visited, [aria-expanded=true], [class*=prev], [disabled], .is-disabled"));
      const items = (model.getChildren?.()?.models ?? []).map((one) => one.attributes).concat(model.get("_items") ?? []);
      if (items.length && items.every((item) => item._isVisited)) continue;
      const next = parts.find((one) => /next|right/.test(one.className)) ?? parts.find((one) => one.getAttribute("aria-expanded") === "false") ?? parts[0];
      if (!next) continue;
      next.click();
      await this.wait(350);
      this.closed();
      return "item";
    }
    return "";
  },
  /** Answers a question well or badly, and sends it in; false when that cannot be done. */
  async reply(model, view, well) {
    const items = model.get("_items") ?? model.getChildren?.().map((one) => one.attributes) ?? [];
    const fields = [...view.querySelectorAll("input[type=checkbox], input[type=radio], .js-item-input, .item-input")];
    const good = (at) => !!items[at]?._shouldBeSelected;
    const bad = items.findIndex((_, at) => !good(at));
    const wanted = (at) => (well ? good(at) : at === bad);
    if (fields.length && fields.length === items.length) {
      for (const [at, field] of fields.entries()) if (wanted(at) !== !!field.checked) field.click();
    } else {
      const texts = this.seen("input[type=text], textarea, .js-textinput-textbox", view);
      for (const [at, field] of texts.entries()) {
        field.value = well ? String(items[at]?._answers?.[0] ?? model.get("_answers")?.[0]?.[0] ?? "Robin") : "xyz";
        for (const name of ["input", "keyup", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
      }
      for (const field of this.seen("select", view)) {
        field.selectedIndex = Math.min(field.options.length - 1, 1);
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      if (!texts.length && !this.seen("select", view).length) return false;
    }
    await this.wait(200);
    const send = view.querySelector(".btn__action, .js-btn-action, .buttons-action, .buttons-submit");
    if (!send || send.disabled) return false;
    send.click();
    for (let step = 0; step < 8 && !this.seen(".notify, .notify-popup, [role=dialog]").length; step++) await this.wait(120);
    return true;
  },
  questions() {
    return this.components().filter((one) => one.get("_items")?.some?.((item) => "_shouldBeSelected" in item) && this.shows(this.view(one)));
  },
  states() {
    const names = [];
    const called = (one) => one.textContent.trim().replace(/\s+/g, " ").slice(0, 50);
    if (location.hash.length < 3 && this.seen(".nav__drawer-btn, .navigation-drawer-toggle-button, .js-nav-drawer-btn").length) names.push("drawer");
    for (const one of this.seen(".accordion [aria-expanded=false], .accordion-item-title:not(.selected)").slice(0, 4)) names.push(`accordion: ${called(one)}`);
    this.seen(".hotgraphic__pin, .hotgraphic-graphic-pin, .js-hotgraphic-pin-click").slice(0, 2).forEach((_, at) => names.push(`pin ${at + 1}`));
    const [question] = this.questions();
    if (question) names.push("answered-wrong", "answered-right");
    return [...new Set(names)];
  },
  async enter(name) {
    const which = name.slice(name.search(/[: ]/) + 1).trim();
    const press = async (one) => (one?.click(), await this.wait(700), !!one);
    if (name === "drawer") return press(this.seen(".nav__drawer-btn, .navigation-drawer-toggle-button, .js-nav-drawer-btn")[0]);
    if (name.startsWith("accordion"))
      return press(this.seen(".accordion button, .accordion-item-title").find((one) => one.textContent.trim().replace(/\s+/g, " ").startsWith(which)));
    if (name.startsWith("pin")) return press(this.seen(".hotgraphic__pin, .hotgraphic-graphic-pin, .js-hotgraphic-pin-click")[Number(which) - 1]);
    const [question] = this.questions();
    if (!question) return false;
    if (question.get("_isSubmitted")) {
      question.reset?.("hard", true); // as a learner meets it who has not answered yet
      await this.wait(300);
    }
    return this.reply(question, this.view(question), name === "answered-right");
  },
  async leave() {
    for (let n = 0; n < 3 && this.closed(); n++) await this.wait(450);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true }));
    await this.wait(150);
    return true;
  },
})
