// Articulate Rise: the course in the page tells the lessons, a route shows each; what waits further down is opened.
({
  shows: (one) => !!one?.checkVisibility?.({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  found() {
    const app = document.querySelector("#app, #innerApp");
    if (!app) return "";
    if (document.querySelector('a[href*="#/lessons/"], .lesson, .overview, #cover, .cover')) return "ready";
    return typeof courseData !== "undefined" || typeof __fetchCourse !== "undefined" || document.querySelector("script[src*='locales/']") ? "waiting" : "";
  },
  start() {
    return true;
  },
  /** The course: a text in base64 on the window, in a script of the page, from a function, or in a file of its own. */
  async course() {
    const read = (text) => JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0))));
    const carried = /(?:deserialize\(|courseData\s*=|__resolveJsonp\(\s*"course:[^"]*"\s*,)\s*["']([A-Za-z0-9+/=]{40,})["']/;
    const ways = [
      () => (typeof window.courseData === "string" ? read(window.courseData) : window.courseData),
      () => window.__fetchCourse?.(),
      () => read([...document.scripts].map((one) => carried.exec(one.textContent)?.[1]).find(Boolean)),
      async () => read(carried.exec(await (await fetch(`locales/${window.i18n?.default ?? "und"}.js`)).text())[1]),
    ];
    for (const way of ways) {
      try {
        const given = await way();
        const course = given?.course ?? given;
        if (Array.isArray(course?.lessons)) return course;
      } catch {
        continue;
      }
    }
    return null;
  },
  async outline() {
    const plain = (html) => (new DOMParser().parseFromString(String(html ?? ""), "text/html").body.textContent ?? "").trim();
    const course = await this.course();
    if (!course) {
      const links = [...document.querySelectorAll('a[href*="#/lessons/"]')];
      const rows = links.map((link) => ({ key: link.getAttribute("href").replace(/^[^#]*/, ""), title: link.textContent.trim(), path: [] }));
      return rows.length ? [{ key: "#/", title: document.title, path: [] }, ...rows] : null;
    }
    const rows = course.theme?.hideCoverPage || course.hideCoverPage ? [] : [{ key: "#/", title: plain(course.title), path: [] }];
    let section = [];
    for (const lesson of course.lessons.filter((one) => one && !one.deleted)) {
      if (lesson.type === "section") section = [plain(lesson.title)];
      else rows.push({ key: `#/lessons/${lesson.id}`, title: plain(lesson.title), path: section });
    }
    return rows;
  },
  /** The route changes at once, the lesson only when the one before has faded out. */
  async go(key) {
    if (this.at(key)) return true;
    const before = this.lesson();
    location.hash = key;
    for (let step = 0; step < 40 && before?.isConnected && this.lesson() === before; step++) await this.wait(100);
    return true;
  },
  lesson() {
    return document.querySelector("[data-lesson] [class*=lesson-header], [data-lesson] [class*=quiz-header], .lesson-header, .quiz-header, #cover, .cover, .overview");
  },
  at(key) {
    if (key === "#/") {
      const cover = document.querySelector("#cover, .cover, .overview, [class*=cover-page]");
      return ["", "#/", "#/preview"].includes(location.hash) && this.shows(cover) && !document.querySelector("[data-lesson]");
    }
    if (!location.hash.startsWith(key)) return false;
    const same = (text) => String(text ?? "").replace(/\s+/g, " ").trim().toLowerCase();
    const heads = [...document.querySelectorAll("[class*=lesson-header__title], [class*=quiz-header__title], [data-lesson] h1")].filter((one) => this.shows(one));
    const link = [...document.querySelectorAll("nav a[href], [class*=outline] a[href]")].find((one) => one.getAttribute("href").endsWith(key));
    const named = heads.every((one) => same(document.title).includes(same(one.textContent)));
    if (heads.length) return named && (!link || heads.every((one) => same(link.textContent).includes(same(one.textContent))));
    return this.shows(document.querySelector("[data-lesson], .lesson, main"));
  },
  why(key) {
    const link = [...document.querySelectorAll("a[href], [class*=outline]")].find((one) => one.getAttribute("href")?.endsWith(key));
    return !location.hash.startsWith(key) || link?.closest("[class*=lock], [aria-disabled=true]") ? "locked" : "";
  },
  /** The element that scrolls. */
  scroller() {
    const fits = (one) => one && one.scrollHeight > one.clientHeight + 20 && one.clientHeight > 200;
    if (fits(document.scrollingElement)) return document.scrollingElement;
    const inner = document.querySelectorAll("#page-wrap, .page-wrap, main, [class*=page-wrap], [class*=lesson__content], [class*=scroll]");
    return [...inner].find((one) => fits(one) && /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? document.scrollingElement;
  },
  async open() {
    const area = this.scroller();
    const low = () => area.scrollTop + area.clientHeight >= area.scrollHeight - 4;
    if (!low()) {
      for (let step = 0; step < 60 && !low(); step++) {
        area.scrollTop += area.clientHeight * 0.8;
        await this.wait(55);
      }
      return "scroll";
    }
    const closed = [...document.querySelectorAll("[class*=accordion][aria-expanded=false], .blocks-accordion__item--closed .blocks-accordion__header")].filter((one) => this.shows(one));
    if (closed.length) {
      for (const one of closed) one.click();
      await this.wait(300);
      const still = closed.filter((one) => one.isConnected && one.getAttribute("aria-expanded") === "false");
      if (still.length < closed.length) return "accordion";
    }
    const on = [...document.querySelectorAll("button.continue-btn, [class*=continue-btn] button, [data-ba='common.continueBtn']")].filter((one) => this.shows(one));
    const open = on.find((one) => !one.disabled && one.getAttribute("aria-disabled") !== "true" && !/disabled/.test(one.className));
    if (open) return open.click(), "continue";
    const locked = document.querySelector("nav [class*=lock], [class*=sidebar] [class*=locked], nav [aria-disabled=true]");
    return on.length || locked ? this.finish() : "";
  },
  /** What a lesson may want before it lets one go on: one thing that was not done yet. */
  async finish() {
    const first = (selector) => [...document.querySelectorAll(selector)].find((one) => this.shows(one));
    const option = first(".quiz-card [role=radio][aria-disabled=false], .quiz-card [role=checkbox][aria-disabled=false], .quiz-card input:not(:disabled)");
    const card = option?.closest(".quiz-card, [class*=knowledge]");
    if (card && !card.querySelector("[aria-checked=true], input:checked")) {
      option.click();
      await this.wait(250);
      const submit = [...card.querySelectorAll("button")].find((one) => /quiz-card__button/.test(one.className) && !one.disabled);
      submit?.click();
      await this.wait(400);
      return submit ? "answer" : "";
    }
    for (const [word, selector] of [
      ["flashcard", ".flashcard:not([class*=flipped]):not([class*=complete]) .flashcard-side--front[aria-hidden=false] .flashcard-side-flip__btn"],
      ["process", ".process-card--active .process-card__button, .process-arrow--right:not(.process-arrow--disabled):not(.process-arrow--hidden)"],
      ["marker", ".labeled-graphic-marker:not(.labeled-graphic-marker--complete)"],
      ["tab", ".blocks-tabs__header-item:not([class*=complete]):not([class*=visited]):not([class*=active])"],
    ]) {
      const one = first(selector);
      if (!one) continue;
      if (word === "tab" && one.previousElementSibling && !one.previousElementSibling.matches("[class*=active]")) continue;
      one.click();
      await this.wait(500);
      return word;
    }
    return "";
  },
  /** The first knowledge check with options, and the texts of its right ones as the course tells them. */
  async check() {
    const plain = (html) => (new DOMParser().parseFromString(String(html ?? ""), "text/html").body.textContent ?? "").replace(/\s+/g, " ").trim();
    const option = [...document.querySelectorAll("[class*=block-knowledge] [role=radio], [class*=block-knowledge] [role=checkbox], [class*=block-knowledge] input")].find((one) => one.checkVisibility() && !/text/.test(one.type));
    const card = option?.closest("[class*=quiz-card], [class*=block-knowledge__wrapper], .block-knowledge");
    const all = card && (await this.course())?.lessons.flatMap((lesson) => (lesson.items ?? []).flatMap((block) => block.items ?? []));
    const text = (card?.textContent ?? "").replace(/\s+/g, " ");
    const item = all?.find((one) => one.answers && one.id && card.querySelector(`[aria-labelledby*="${CSS.escape(one.id)}"], [id*="${CSS.escape(one.id)}"]`)) ??
      all?.find((one) => one.answers && plain(one.title) && text.includes(plain(one.title)));
    if (!item?.answers.every((one) => "correct" in one && !one.matchTitle)) return null;
    return { card, right: item.answers.filter((one) => one.correct).map((one) => plain(one.title)) };
  },
  async reply(well) {
    const check = await this.check();
    if (!check) return false;
    const blocks = () => [...document.querySelectorAll("[class*=block-knowledge__wrapper], .quiz-card")];
    const at = blocks().findIndex((one) => one.contains(check.card));
    let near = blocks()[at] ?? check.card;
    const around = near.closest(".block-knowledge") ?? near;
    const again = [...around.querySelectorAll("button[class*=retake], [class*=retake] button")].find((one) => this.shows(one) && one.getAttribute("aria-hidden") !== "true");
    again?.click();
    const given = () => [...(near = blocks()[at] ?? near).querySelectorAll("[role=radio], [role=checkbox], input[type=radio], input[type=checkbox]")];
    const fresh = () => given().length && given().every((one) => one.getAttribute("aria-disabled") !== "true" && one.getAttribute("aria-checked") !== "true");
    for (let step = 0; step < 25 && again && !fresh(); step++) await this.wait(100);
    if (again) await this.wait(300);
    const options = given();
    const said = (one) => (document.getElementById(one.getAttribute("aria-labelledby")) && near.contains(document.getElementById(one.getAttribute("aria-labelledby"))) ? document.getElementById(one.getAttribute("aria-labelledby")) : one.closest("label, li, [class*=option-wrap], [class*=row]") ?? one.parentElement).textContent.replace(/\s+/g, " ").trim();
    const good = options.filter((one) => check.right.includes(said(one)));
    const bad = options.find((one) => !good.includes(one));
    for (const one of well ? good : [bad ?? options[0]]) {
      one?.click();
      await this.wait(150);
    }
    const send = [...near.querySelectorAll("button")].find((one) => this.shows(one) && /quiz-card__button/.test(one.className) && !one.disabled);
    send?.click();
    await this.wait(1100);
    return !!send;
  },
  async states() {
    const some = (selector, most) => [...document.querySelectorAll(selector)].filter((one) => this.shows(one)).slice(0, most);
    const names = some(".blocks-tabs__header-item:not([class*=--active])", 4).map((one) => `tab: ${one.textContent.trim().slice(0, 50)}`);
    if (some(".flashcard", 1).length) names.push("flashcards");
    const steps = some(".process-block, [class*=process-block]", 1)[0]?.querySelectorAll(".process-card").length ?? 0;
    for (let step = 1; step < Math.min(steps, 5); step++) names.push(`process ${step}`);
    some(".labeled-graphic-marker", 4).forEach((one, at) => names.push(`marker ${at + 1}`));
    if (some("[class*=start-quiz], .quiz-item__card", 1).length) {
      const all = Math.min(4, document.querySelectorAll(".quiz-item__card").length || 4);
      for (let at = 1; at <= all; at++) names.push(`question ${at}`, `question ${at} answered`);
      names.push("result");
    }
    if (await this.check()) names.push("answered-wrong", "answered-right");
    return [...new Set(names)];
  },
  async enter(name) {
    if (name.startsWith("answered")) return this.reply(name === "answered-right");
    const [kind, which] = [name.split(/[: ]/)[0], name.slice(name.search(/[: ]/) + 1).trim()];
    const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => this.shows(one));
    const press = async (one) => (one?.click(), await this.wait(500), !!one);
    if (kind === "tab") return press(all(".blocks-tabs__header-item").find((one) => one.textContent.trim().startsWith(which)));
    if (kind === "flashcards") {
      const turn = all(".flashcard-side--front .flashcard-side-flip__btn");
      for (const one of turn.length ? turn : all(".flashcard")) one.click();
      return this.wait(800).then(() => true);
    }
    if (kind === "process")
      return press(all(".process-card--active .process-card__button, .process-arrow--right:not(.process-arrow--disabled)")[0]);
    if (kind === "marker") return press(all(".labeled-graphic-marker")[Number(which) - 1]?.querySelector("button") ?? all(".labeled-graphic-marker")[Number(which) - 1]);
    return kind === "question" || kind === "result" ? this.quiz(which, name.endsWith("answered")) : false;
  },
  /** A quiz lesson goes one way: its first question, the answer to it, the next question, and so on to the result. */
  async quiz(which, answered) {
    const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter((one) => this.shows(one));
    const card = () => all(".quiz-item__card--active, .quiz-card--active")[0];
    const press = async (one) => (one?.click(), await this.wait(450), !!one);
    const button = () => all("button", card()).filter((one) => !one.disabled && /quiz-card__button/.test(one.className)).pop();
    const answer = async () => {
      const free = (one) => !one.disabled && one.getAttribute("aria-disabled") !== "true";
      return (await press([...card().querySelectorAll("[role=radio], [role=checkbox], input, select")].find(free))) && press(button());
    };
    const on = async () => {
      const before = card();
      await press(button());
      for (let step = 0; step < 10 && card() === before; step++) await this.wait(100);
      return card() !== before;
    };
    if (which === "result") {
      for (let n = 0; n < 4 && card(); n++) await answer().then(on);
      return !card();
    }
    if (answered) return !!card() && answer();
    const begin = all("[class*=start-quiz]")[0];
    if (begin) await press(begin);
    else if (!card() || !(await on())) return false;
    return !!card();
  },
  async leave(name) {
    const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => this.shows(one));
    if (name === "flashcards") {
      for (const one of all(".flashcard-side--back .flashcard-side-flip__btn")) one.click();
      await this.wait(600);
    }
    if (name.startsWith("marker")) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true }));
      await this.wait(200);
    }
    return true;
  },
  /** Questions of which the course tells no right answer are answered as anywhere; a quiz goes by its own states. */
  async asks() {
    return !document.querySelector("[class*=start-quiz], .quiz-item__card") && !(await this.check());
  },
})
