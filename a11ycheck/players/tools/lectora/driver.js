// Lectora: each page is a document of its own, which names the next one in its own script.
const FIRST = "index.html";
const MOST_MS = 4000;

export default {
  status() {
    if (typeof window.trivExitPage !== "function" && typeof window.trivNextPage !== "function") return "";
    return document.readyState === "complete" ? "ready" : "waiting";
  },

  async outline() {
    const pages = await readPages();
    return inOrder(pages).map((key) => ({ key, title: pages.get(key).title, path: pages.get(key).path }));
  },

  go(key) {
    location.href = new URL(key, document.baseURI).href;
  },

  isShown(key) {
    const isLoaded = document.readyState === "complete" && typeof window.trivExitPage === "function";
    return isLoaded && nameOf(location.href) === key;
  },

  whyMissing(key) {
    return document.readyState === "complete" && nameOf(location.href) !== key ? "locked" : "";
  },
};

function nameOf(href) {
  return decodeURI(new URL(href, document.baseURI).pathname.split("/").pop()) || FIRST;
}

/** Return what each page says, by name, following the pages that each one names. */
async function readPages() {
  const deadline = performance.now() + MOST_MS;
  const pages = new Map();
  // A course may leave its first page by itself, to an introduction.
  let names = [...new Set([FIRST, nameOf(location.href)])];
  while (names.length && performance.now() < deadline && pages.size < 1000) {
    for (const name of names) pages.set(name, null);
    const texts = await Promise.all(names.map((name) => read(name, deadline - performance.now())));
    const found = texts.map((text) => (text === null ? null : parse(text)));
    for (const [index, name] of names.entries()) {
      if (found[index]) pages.set(name, found[index]);
      else pages.delete(name);
    }
    const named = found.flatMap((page) => page?.leadsTo ?? []);
    names = [...new Set(named)].filter((name) => !pages.has(name)).slice(0, 300);
  }
  return pages;
}

/** Return the names in the order in which a learner meets the pages; those that only buttons lead to come last. */
function inOrder(pages) {
  const order = [];
  const follow = (first) => {
    for (let name = first; name && pages.get(name) && !order.includes(name); name = pages.get(name).next) {
      order.push(name);
    }
  };
  const followed = new Set([...pages.values()].map((page) => page?.next));
  for (const isFirst of [(name) => name === FIRST, (name) => !followed.has(name), () => true]) {
    for (const name of pages.keys()) if (isFirst(name)) follow(name);
  }
  return order;
}

/** Return the source of a page; null when it isn't one of Lectora's, such as a page for an LMS around the pages. */
async function read(name, ms) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.max(ms, 1));
  try {
    const response = await fetch(encodeURI(name), { signal: controller.signal });
    const text = response.ok ? await response.text() : "";
    return /trivExitPage|trivNextPage/.test(text) ? text : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function parse(text) {
  const page = `["']([^"'/:?#<>]+\\.html?)["']`;
  const variable = (name) => text.match(new RegExp(`Var${name}\\s*\\.set\\(\\s*["']([^"']*)["']`))?.[1] ?? "";
  const link = new RegExp(`(?:trivExitPage\\(|onLinkPage\\(|["']?(?:href|location)["']?\\s*=)\\s*${page}`, "g");
  return {
    title: text.match(/<title>([^<]*)/i)?.[1].trim() ?? "",
    path: [variable("CurrentChapter") || variable("ChapterName"), variable("CurrentSection")].filter(Boolean),
    next: text.match(new RegExp(`trivNextPage[^{]*\\{[^}]*?trivExitPage\\(\\s*${page}`))?.[1] ?? "",
    leadsTo: [...text.matchAll(link)].map((match) => match[1]),
  };
}
