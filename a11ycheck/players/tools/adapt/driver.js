// Adapt: its own models list the pages, a route shows each; what a learner has to do to go on is done.
// @requires text, timing
const LANGUAGES = ".languagepicker button, .languagepicker__language-btn, .languagepicker-languages button";
const CLOSERS =
  ".notify__close-btn, .notify__btn-done, .notify-popup-done, .js-notify-close-btn, .notify-popup-alert-button, " +
  ".notify-popup-prompt-button:last-child, .notify__btn-prompt:last-child, .notify__btn-alert, " +
  ".js-hotgraphic-popup-close, .hotgraphic-popup__close, .drawer__close-btn, .drawer-close, .js-drawer-close-btn";
const TRICKLE = ".trickle button, [class*=trickle] button, button[class*=trickle], .js-trickle-btn";
const DRAWER = ".nav__drawer-btn, .navigation-drawer-toggle-button, .js-nav-drawer-btn";
const PINS = ".hotgraphic__pin, .hotgraphic-graphic-pin, .js-hotgraphic-pin-click";
const DONE = ".is-visited, .visited, [aria-expanded=true], [class*=prev], [disabled], .is-disabled";

export default {
  status() {
    if (!document.querySelector("#adapt, #wrapper, html[id=adapt], .js-app")) return "";
    const adapt = findAdapt();
    const place = adapt?.location;
    const isReady = adapt?.course?.get?.("_id") && (place?._currentId || place?._currentLocation === "course");
    return isReady && !isBusy() ? "ready" : "waiting";
  },

  /** Choose a language, and decline to resume. */
  start() {
    visible(LANGUAGES)[0]?.click();
    return closePopups();
  },

  tool() {
    const version = findAdapt()?.build?.get?.("package")?.version;
    return version ? { name: "Adapt", version: String(version) } : null;
  },

  outline() {
    const course = findAdapt().course;
    const start = course.get("_start");
    const rows = start?._isEnabled && start._isMenuDisabled ? [] : [{ key: "#/", title: titleOf(course), path: [] }];
    const addChildren = (model, path, depth) => {
      for (const child of childrenOf(model)) {
        if (!/page|menu/.test(child.get("_type"))) continue;
        rows.push({ key: `#/id/${child.get("_id")}`, title: titleOf(child), path });
        if (child.get("_type") === "menu" && depth < 6) addChildren(child, [...path, titleOf(child)], depth + 1);
      }
    };
    addChildren(course, [], 0);
    return rows;
  },

  go(key) {
    closePopups();
    const isSame = location.hash === key;
    location.hash = key;
    if (isSame && !isShown(key)) findAdapt().router?.navigate?.(key, { trigger: true, replace: true });
    return true;
  },

  isShown,

  whyMissing(key) {
    const model = findModel(idOf(key));
    const isLocked = model?.get("_isLocked") || model?.getParent?.()?.get?.("_isLocked");
    return isLocked || findAdapt().location?._currentId !== idOf(key) ? "locked" : "gate";
  },

  async advance() {
    if (closePopups()) {
      await a11y.timing.pause(500);
      return "dialog";
    }
    if (await scrollDown()) return "scroll";
    const buttons = visible(TRICKLE);
    const isEnabled = (button) => !button.disabled && !button.matches(".is-disabled, .disabled, [aria-disabled=true]");
    const button = buttons.find(isEnabled);
    if (button) {
      button.click();
      await a11y.timing.pause(500);
      return "continue";
    }
    return buttons.length || hasGate() ? doTask() : "";
  },

  states() {
    const names = [];
    if (location.hash.length < 3 && visible(DRAWER).length) names.push("drawer");
    const closed = visible(".accordion [aria-expanded=false], .accordion-item-title:not(.selected)").slice(0, 4);
    names.push(...closed.map((title) => `accordion: ${a11y.text.collapse(title.textContent).slice(0, 50)}`));
    names.push(
      ...visible(PINS)
        .slice(0, 2)
        .map((_, index) => `pin ${index + 1}`),
    );
    if (findQuestion()) names.push("answered-wrong", "answered-right");
    return [...new Set(names)];
  },

  async enter(name) {
    const label = name.slice(name.search(/[: ]/) + 1).trim();
    if (name === "drawer") return press(visible(DRAWER)[0]);
    if (name.startsWith("accordion")) {
      const isNamed = (title) => a11y.text.collapse(title.textContent).startsWith(label);
      return press(visible(".accordion button, .accordion-item-title").find(isNamed));
    }
    if (name.startsWith("pin")) return press(visible(PINS)[Number(label) - 1]);
    const question = findQuestion();
    if (!question) return false;
    if (question.get("_isSubmitted")) {
      question.reset?.("hard", true); // as a learner meets it who has not answered yet
      await a11y.timing.pause(300);
    }
    return answer(question, viewOf(question), name === "answered-right");
  },

  async leave() {
    for (let n = 0; n < 3 && closePopups(); n++) await a11y.timing.pause(450);
    const keydown = new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true });
    document.activeElement?.dispatchEvent(keydown);
    await a11y.timing.pause(150);
    return true;
  },
};

/** Return the framework's object: its module has had two names, and it has been a global. */
function findAdapt() {
  for (const name of ["core/js/adapt", "coreJS/adapt"]) {
    try {
      const module = window.require?.(name) ?? window.requirejs?.(name);
      const found = module?.default ?? module;
      if (found?.course || found?.trigger) return found;
    } catch {
      // the module has the other name
    }
  }
  return window.Adapt ?? null;
}

function isVisible(element) {
  const isRendered = element?.checkVisibility?.({ visibilityProperty: true, opacityProperty: true });
  return Boolean(isRendered) && element.getBoundingClientRect().height > 0;
}

/** @returns {any[]} */
function visible(selector, root = document) {
  return [...root.querySelectorAll(selector)].filter(isVisible);
}

async function press(element) {
  element?.click();
  await a11y.timing.pause(700);
  return Boolean(element);
}

function isBusy() {
  return visible(".loading, .js-loading").length > 0;
}

function isShown(key) {
  const place = findAdapt().location;
  const isCourse = key === "#/" && (place?._currentId === "course" || place?._currentLocation === "course");
  const isCurrent = place?._currentId === idOf(key) || isCourse;
  return isCurrent && !isBusy() && findModel(idOf(key))?.get("_isReady") !== false;
}

function idOf(key) {
  return key === "#/" ? findAdapt().course.get("_id") : key.replace("#/id/", "");
}

function findModel(id) {
  const adapt = findAdapt();
  if (adapt.course.get("_id") === id) return adapt.course;
  return adapt.findById?.(id) ?? adapt.data?.findById?.(id) ?? null;
}

function currentPage() {
  return findModel(findAdapt().location?._currentId);
}

function childrenOf(model) {
  const children = model.getChildren?.() ?? model.get("_children") ?? [];
  return (children.models ?? children).filter((child) => child.get("_isAvailable") !== false);
}

/** Return the models of a kind on the current page: "blocks", "components". */
function descendants(kind) {
  const page = currentPage();
  const found = page?.findDescendantModels?.(kind) ?? page?.findDescendants?.(kind) ?? [];
  return found.models ?? found;
}

function titleOf(model) {
  return a11y.text.textOfHtml(model.get("displayTitle") || model.get("title")).trim();
}

function viewOf(model) {
  const id = model.get("_id");
  return document.querySelector(`[data-adapt-id="${id}"], .${CSS.escape(id)}`);
}

/** Close what lies over the page; return whether there was anything. */
function closePopups() {
  const buttons = visible(CLOSERS);
  for (const button of buttons) button.click();
  return buttons.length > 0;
}

/** Scroll to the end of the page, as a reader does; return whether it wasn't there yet. */
async function scrollDown() {
  const area = document.scrollingElement;
  const isAtEnd = () => area.scrollTop + area.clientHeight >= area.scrollHeight - 4;
  if (isAtEnd()) return false;
  for (let step = 0; step < 55 && !isAtEnd(); step++) {
    area.scrollTop += area.clientHeight * 0.7;
    await a11y.timing.pause(70);
  }
  return true;
}

/** Whether blocks of this page are still held back, or other pages are locked until this one is complete. */
function hasGate() {
  const adapt = findAdapt();
  const isHeld = (model) => model.get("_isLocked") || model.get("_isTrickled") === true;
  const isPage = (model) => /page|menu/.test(model.get("_type"));
  const pages = adapt.contentObjects?.models ?? adapt.data?.filter?.(isPage) ?? [];
  return descendants("blocks").some(isHeld) || pages.some((page) => page.get("_isLocked"));
}

/** Do one thing that this page asks and that was not done yet; return a word for it. */
async function doTask() {
  for (const model of descendants("components")) {
    const view = viewOf(model);
    if (model.get("_isComplete") || model.get("_isSubmitted") || !isVisible(view)) continue;
    if (model.get("_isQuestionType") || hasOptions(model)) {
      if (await answer(model, view, true)) return "answer";
      continue;
    }
    if ((await playMedia(view)) && model.get("_isComplete")) return "media";
    if (await openItem(model, view)) return "item";
  }
  return "";
}

async function playMedia(view) {
  const film = view.querySelector("video, audio");
  if (!film || !Number.isFinite(film.duration)) return false;
  film.muted = true;
  await Promise.race([film.play().catch(() => null), a11y.timing.pause(300)]);
  film.currentTime = Math.max(0, film.duration - 0.1);
  await a11y.timing.pause(700);
  return true;
}

/** Open the next item of a component that was not visited yet; return whether there was one. */
async function openItem(model, view) {
  const buttons = visible("button, [role=button], a[href='#']", view).filter((button) => !button.matches(DONE));
  const children = (model.getChildren?.()?.models ?? []).map((child) => child.attributes);
  const items = children.concat(model.get("_items") ?? []);
  if (items.length && items.every((item) => item._isVisited)) return false;
  const button =
    buttons.find((one) => /next|right/.test(one.className)) ??
    buttons.find((one) => one.getAttribute("aria-expanded") === "false") ??
    buttons[0];
  if (!button) return false;
  button.click();
  await a11y.timing.pause(350);
  closePopups();
  return true;
}

function hasOptions(model) {
  return model.get("_items")?.some?.((item) => "_shouldBeSelected" in item);
}

/** Return the model of the first visible question with options. */
function findQuestion() {
  return descendants("components").find((model) => hasOptions(model) && isVisible(viewOf(model)));
}

/** Answer a question rightly or wrongly, and submit it; return whether that could be done. */
async function answer(model, view, rightly) {
  const items = model.get("_items") ?? model.getChildren?.().map((child) => child.attributes) ?? [];
  const options = [...view.querySelectorAll("input[type=checkbox], input[type=radio], .js-item-input, .item-input")];
  if (options.length && options.length === items.length) choose(options, items, rightly);
  else if (!fillIn(model, view, items, rightly)) return false;
  await a11y.timing.pause(200);
  const submit = view.querySelector(".btn__action, .js-btn-action, .buttons-action, .buttons-submit");
  if (!submit || submit.disabled) return false;
  submit.click();
  const hasFeedback = () => visible(".notify, .notify-popup, [role=dialog]").length > 0;
  await a11y.timing.waitUntil(hasFeedback, 8, 120);
  return true;
}

/** Select the right options, or the first wrong one. */
function choose(options, items, rightly) {
  const isRight = (index) => Boolean(items[index]?._shouldBeSelected);
  const wrong = items.findIndex((_, index) => !isRight(index));
  for (const [index, option] of options.entries()) {
    const wanted = rightly ? isRight(index) : index === wrong;
    if (wanted !== Boolean(option.checked)) option.click();
  }
}

/** Fill in text fields and lists; return whether there were any. */
function fillIn(model, view, items, rightly) {
  const fields = visible("input[type=text], textarea, .js-textinput-textbox", view);
  for (const [index, field] of fields.entries()) {
    const right = items[index]?._answers?.[0] ?? model.get("_answers")?.[0]?.[0] ?? "Robin";
    field.value = rightly ? String(right) : "xyz";
    for (const name of ["input", "keyup", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  const lists = visible("select", view);
  for (const list of lists) {
    list.selectedIndex = Math.min(list.options.length - 1, 1);
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return fields.length > 0 || lists.length > 0;
}
