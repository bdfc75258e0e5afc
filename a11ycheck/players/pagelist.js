// A hand-made course: one document with a frame, and a list of the pages that it shows there one after the other.
({
  found() {
    const list = this.list();
    if (!list.length || !this.frame()) return "";
    return list.some((_, at) => this.shown(at)) || this.goers().length ? "ready" : "waiting";
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
    // What was declared with let or const is no property of the window, and is asked for by name.
    const asked = [() => pageArray, () => pageList, () => pages, () => pageUrls, () => slides, () => slideList, () => screens, () => contentPages, () => lessonPages];
    const named = asked.map(tried);
    const own = Object.keys(window).filter((name) => !/^on|^webkit/.test(name)).map((name) => tried(() => window[name]));
    const plain = own.filter((one) => one && typeof one === "object" && tried(() => Object.getPrototypeOf(one)) === Object.prototype);
    const below = plain.flatMap((one) => tried(() => Object.values(one).slice(0, 50)) ?? []);
    const list = named.find((one) => tried(() => isList(one, 1))) ?? [...own, ...below].find((one) => tried(() => isList(one, 2)));
    return list?.map((one) => ({ href: href(one), title: String(one?.title ?? one?.name ?? one?.label ?? "") })) ?? [];
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
    for (const name of showing) {
      const show = window[name];
      if (typeof show !== "function") continue;
      if (show.length) ways.push((at) => show(at), (at) => show(at + 1));
      // It shows what another variable says, which may have been declared with let.
      else if (typeof currentPage === "number") ways.push((at) => { currentPage = at; show(); });
      else for (const other of ["currentPageIndex", "currentIndex", "pageIndex", "curPage", "current", "pageNumber"])
        if (typeof window[other] === "number") ways.push((at) => { window[other] = at; show(); });
    }
    return ways;
  },
})
