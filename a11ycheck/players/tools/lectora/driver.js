// Lectora: each page is a document of its own, which names the next one in its own script.
({
  found() {
    if (typeof window.trivExitPage !== "function" && typeof window.trivNextPage !== "function") return "";
    return document.readyState === "complete" ? "ready" : "waiting";
  },
  async outline() {
    const until = performance.now() + 4000;
    const here = this.name(location.href);
    const pages = new Map();
    // A course may leave its first page by itself, to an introduction.
    let ask = [...new Set(["index.html", here])];
    while (ask.length && performance.now() < until && pages.size < 1000) {
      for (const name of ask) pages.set(name, null);
      const texts = await Promise.all(ask.map((name) => this.read(name, until - performance.now())));
      ask.forEach((name, at) => (texts[at] === null ? pages.delete(name) : pages.set(name, this.facts(texts[at]))));
      const named = texts.flatMap((text) => (text === null ? [] : this.facts(text).leads));
      ask = [...new Set(named)].filter((name) => !pages.has(name)).slice(0, 300);
    }
    // In the order in which a learner goes on; what only buttons lead to comes after the rest.
    const order = [];
    const follow = (name) => {
      for (; name && pages.get(name) && !order.includes(name); name = pages.get(name).next) order.push(name);
    };
    const followed = new Set([...pages.values()].map((page) => page?.next));
    for (const first of [(name) => name === "index.html", (name) => !followed.has(name), () => true])
      for (const name of pages.keys()) if (first(name)) follow(name);
    return order.map((key) => ({ key, title: pages.get(key).title, path: pages.get(key).path }));
  },
  go(key) {
    location.href = new URL(key, document.baseURI).href;
  },
  at(key) {
    return this.name(location.href) === key && document.readyState === "complete" && typeof window.trivExitPage === "function";
  },
  why(key) {
    return document.readyState === "complete" && this.name(location.href) !== key ? "locked" : "";
  },

  name(href) {
    return decodeURI(new URL(href, document.baseURI).pathname.split("/").pop()) || "index.html";
  },
  async read(name, most) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), Math.max(most, 1));
    try {
      const answer = await fetch(encodeURI(name), { signal: stop.signal });
      const text = answer.ok ? await answer.text() : "";
      // A page around the pages, such as one for an LMS, is none of them.
      return /trivExitPage|trivNextPage/.test(text) ? text : null;
    } catch {
      return null;
    } finally {
      clearTimeout(late);
    }
  },
  facts(text) {
    const page = `["']([^"'/:?#<>]+\\.html?)["']`;
    const said = (name) => text.match(new RegExp(`Var${name}\\s*\\.set\\(\\s*["']([^"']*)["']`))?.[1] ?? "";
    return {
      title: text.match(/<title>([^<]*)/i)?.[1].trim() ?? "",
      path: [said("CurrentChapter") || said("ChapterName"), said("CurrentSection")].filter(Boolean),
      next: text.match(new RegExp(`trivNextPage[^{]*\\{[^}]*?trivExitPage\\(\\s*${page}`))?.[1] ?? "",
      leads: [...text.matchAll(new RegExp(`(?:trivExitPage\\(|onLinkPage\\(|["']?(?:href|location)["']?\\s*=)\\s*${page}`, "g"))].map((one) => one[1]),
    };
  },
})
