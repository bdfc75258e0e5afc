// A hand-made course: one document with a frame, and a list of the pages that it shows there one after the other.
({
  found() {
    const list = this.list();
    if (!list.length || !this.frame()) return "";
    const begun = list.some((_, at) => this.shown(at)) || this.goers().length > 0;
    // One that waits for a button, and keeps its functions to itself, is shown its pages all the same.
    return begun || performance.now() > 6000 ? "ready" : "waiting";
  },
  async outline() {
    const list = this.list();
    const late = new Promise((done) => setTimeout(done, 3000));
    const read = async (at) => {
      const answer = await fetch(this.address(at));
      if (!answer.ok) return {};
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return { title: page.title, heading: page.querySelector("h1, h2")?.textContent ?? "" };
    };
    const told = list.map(() => ({}));
    const reading = list.slice(0, 200).map((_, at) => read(at).then((one) => (told[at] = one), () => {}));
    await Promise.race([Promise.all(reading), late]);
    // Where every page carries the title of the course, its heading tells more.
    const titles = told.map(({ title }) => title).filter(Boolean);
    const telling = new Set(titles).size * 2 > titles.length;
    return list.map(({ title }, at) => ({
      key: String(at),
      title: title || (telling && told[at].title) || told[at].heading || told[at].title || "",
      path: [],
    }));
  },
  async go(key) {
    const at = Number(key);
    const before = this.frame()?.contentDocument;
    for (const go of this.goers()) {
      try { go(at); } catch { continue; }
      for (let waited = 0; waited < 8; waited++) {
        if (this.shown(at) && this.frame()?.contentDocument !== before) return true;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    this.frame().src = this.address(at);
    return true;
  },
  at(key) {
    const view = this.frame()?.contentWindow;
    if (!this.shown(Number(key)) || view.document.readyState !== "complete") return false;
    return !(view.performance.getEntriesByType("navigation")[0]?.responseStatus >= 400);
  },

  // The pages, from the first global list that is nothing but names of pages: [{href, title}].
  list() {
    const href = (one) => (typeof one === "string" ? one : one?.href ?? one?.url ?? one?.src ?? one?.file ?? one?.page ?? one?.path);
    const page = (one) => typeof href(one) === "string" && /\.(x?html?|svg|pdf)([?#]|$)/i.test(href(one));
    const isList = (list, least) => Array.isArray(list) && list.length >= least && list.length <= 1000 && list.every(page);
    const tried = (read) => { try { return read(); } catch { return null; } };
    const found = (lists, least) => lists.find((one) => tried(() => isList(one, least)));
    const own = Object.keys(window).filter((name) => !/^on|^webkit/.test(name)).map((name) => tried(() => window[name]));
    const plain = own.filter((one) => one && typeof one === "object" && tried(() => Object.getPrototypeOf(one)) === Object.prototype);
    const below = plain.flatMap((one) => tried(() => Object.values(one).slice(0, 50)) ?? []);
    const list = found([this.value("pageArray"), this.value("pages")], 1) ?? found([...own, ...below], 2) ?? found(this.declared(), 2);
    return list?.map((one) => ({ href: href(one), title: String(one?.title ?? one?.name ?? one?.label ?? "") })) ?? [];
  },
  // What was declared with let or const is no property of the window, and answers to its name alone.
  value(name) {
    try { return window[name] ?? (0, eval)(name); } catch { return undefined; }
  },
  declared() {
    const read = (script) => {
      if (!script.src) return script.textContent;
      const ask = new XMLHttpRequest();
      try {
        ask.open("GET", script.src, false);
        ask.send();
        return ask.responseText;
      } catch {
        return "";
      }
    };
    const scripts = [...document.scripts].filter(({ src }) => !src || new URL(src).origin === location.origin).slice(0, 10);
    const names = scripts.flatMap((one) => [...read(one).matchAll(/\b(?:const|let)\s+([\w$]+)\s*=\s*\[/g)].map((hit) => hit[1]));
    return names.slice(0, 200).map((name) => this.value(name));
  },
  // The frame that shows them: the one that shows one of them now, else the largest.
  frame() {
    const frames = [...document.querySelectorAll("iframe, frame")].filter((one) => {
      try { return one.contentDocument; } catch { return false; }
    });
    const size = (one) => one.offsetWidth * one.offsetHeight;
    return frames.find((one) => this.list().some(({ href }) => this.ends(one, href))) ?? frames.sort((a, b) => size(b) - size(a))[0];
  },
  ends(frame, href) {
    const plain = (text) => { try { return decodeURI(text); } catch { return text; } };
    const wanted = plain(href.replace(/^([.]{0,2}\/)+/, ""));
    try { return plain(frame.contentWindow.location.href).endsWith(`/${wanted}`); } catch { return false; }
  },
  shown(at) {
    const frame = this.frame();
    return Boolean(frame && this.ends(frame, this.list()[at].href));
  },
  // Names in the list count from a folder that only the page now shown tells.
  address(at) {
    const list = this.list();
    const frame = this.frame();
    const now = list.find(({ href }) => this.ends(frame, href));
    if (!now) return new URL(list[at].href, document.baseURI).href;
    const plain = (href) => href.replace(/^([.]{0,2}\/)+/, "");
    const here = decodeURI(frame.contentWindow.location.href);
    return encodeURI(here.slice(0, here.length - decodeURI(plain(now.href)).length) + decodeURI(plain(list[at].href)));
  },
  // The course's own ways to show the page at an index, likeliest first.
  goers() {
    const ways = [];
    const showing = ["goToPage", "gotoPage", "showPage", "loadPage", "openPage", "changePage", "setPage", "goPage", "jumpTo", "showSlide", "loadSlide", "goTo"];
    const places = ["currentPage", "currentPageIndex", "currentIndex", "pageIndex", "curPage", "current", "pageNumber"];
    for (const name of showing) {
      const show = this.value(name);
      if (typeof show !== "function") continue;
      if (show.length) ways.push((at) => show(at), (at) => show(at + 1));
      // It shows what another variable says.
      else for (const place of places)
        if (typeof this.value(place) === "number") ways.push((at) => { (0, eval)(`${place} = ${Number(at)}`); show(); });
    }
    return ways;
  },
})
