// A hand-made course: one document with a frame, and a list of the pages that it shows there one after the other.
// @requires timing
const SHOWING = [
  ...["goToPage", "gotoPage", "showPage", "loadPage", "openPage", "changePage", "setPage", "goPage"],
  ...["jumpTo", "showSlide", "loadSlide", "goTo"],
];
const POSITIONS = ["currentPage", "currentPageIndex", "currentIndex", "pageIndex", "curPage", "current", "pageNumber"];

export default {
  status() {
    const pages = listPages();
    if (!pages.length || !findFrame()) return "";
    const hasBegun = pages.some((_, index) => isAt(index)) || jumps().length > 0;
    // A course that waits for a button, and keeps its functions to itself, is shown its pages all the same.
    return hasBegun || performance.now() > 6000 ? "ready" : "waiting";
  },

  async outline() {
    const pages = listPages();
    const described = pages.map(() => ({}));
    const reading = pages.slice(0, 200).map((_, index) =>
      describe(index).then(
        (page) => {
          described[index] = page;
        },
        () => {},
      ),
    );
    await Promise.race([Promise.all(reading), a11y.timing.pause(3000)]);
    // Where every page has the title of the course, its heading tells more.
    const titles = described.map(({ title }) => title).filter(Boolean);
    const differ = new Set(titles).size * 2 > titles.length;
    return pages.map(({ title }, index) => {
      const page = described[index];
      return {
        key: String(index),
        title: title || (differ && page.title) || page.heading || page.title || "",
        path: [],
      };
    });
  },

  async go(key) {
    const index = Number(key);
    const before = findFrame()?.contentDocument;
    for (const jump of jumps()) {
      try {
        jump(index);
      } catch {
        continue;
      }
      for (let waited = 0; waited < 8; waited++) {
        if (isAt(index) && findFrame()?.contentDocument !== before) return true;
        await a11y.timing.pause(100);
      }
    }
    findFrame().src = addressOf(index);
    return true;
  },

  isShown(key) {
    const view = findFrame()?.contentWindow;
    if (!isAt(Number(key)) || view.document.readyState !== "complete") return false;
    return !(view.performance.getEntriesByType("navigation")[0]?.responseStatus >= 400);
  },
};

/** Return the pages, from the first global list of nothing but pages, as [{href, title}]; [] when there is none. */
function listPages() {
  const globals = Object.keys(window)
    .filter((name) => !/^on|^webkit/.test(name))
    .map((name) => tryTo(() => window[name]));
  const isPlain = (value) => tryTo(() => Object.getPrototypeOf(value)) === Object.prototype;
  const objects = globals.filter((value) => value && typeof value === "object" && isPlain(value));
  const properties = objects.flatMap((object) => tryTo(() => Object.values(object).slice(0, 50)) ?? []);
  const list =
    findList([globalValue("pageArray"), globalValue("pages")], 1) ??
    findList([...globals, ...properties], 2) ??
    findList(declaredLists(), 2);
  return (
    list?.map((page) => ({ href: hrefOf(page), title: String(page?.title ?? page?.name ?? page?.label ?? "") })) ?? []
  );
}

/** Return the first list with at least this many entries that are all pages. */
function findList(candidates, least) {
  const isPage = (entry) => typeof hrefOf(entry) === "string" && /\.(x?html?|svg|pdf)([?#]|$)/i.test(hrefOf(entry));
  const isList = (list) => Array.isArray(list) && list.length >= least && list.length <= 1000 && list.every(isPage);
  return candidates.find((candidate) => tryTo(() => isList(candidate)));
}

function hrefOf(page) {
  if (typeof page === "string") return page;
  return page?.href ?? page?.url ?? page?.src ?? page?.file ?? page?.page ?? page?.path;
}

function tryTo(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Return the value of a global: one declared with let or const is no property of the window. */
function globalValue(name) {
  try {
    // biome-ignore lint/security/noGlobalEval: only its name leads to it
    // biome-ignore lint/complexity/noCommaOperator: indirect, so that the name is a global
    return window[name] ?? (0, eval)(name);
  } catch {
    return undefined;
  }
}

/** Return the lists that scripts of this site declare with let or const. */
function declaredLists() {
  const isOwn = ({ src }) => !src || new URL(src).origin === location.origin;
  const declaration = /\b(?:const|let)\s+([\w$]+)\s*=\s*\[/g;
  return [...document.scripts]
    .filter(isOwn)
    .slice(0, 10)
    .flatMap((script) => [...sourceOf(script).matchAll(declaration)].map((match) => match[1]))
    .slice(0, 200)
    .map((name) => globalValue(name));
}

function sourceOf(script) {
  if (!script.src) return script.textContent;
  const request = new XMLHttpRequest();
  try {
    request.open("GET", script.src, false);
    request.send();
    return request.responseText;
  } catch {
    return "";
  }
}

/** Return the frame that shows one of the pages now, or else the largest one. */
function findFrame() {
  const frames = /** @type {any[]} */ ([...document.querySelectorAll("iframe, frame")]).filter((frame) =>
    tryTo(() => frame.contentDocument),
  );
  const area = (frame) => frame.offsetWidth * frame.offsetHeight;
  const showing = frames.find((frame) => listPages().some(({ href }) => shows(frame, href)));
  return showing ?? frames.sort((a, b) => area(b) - area(a))[0];
}

function shows(frame, href) {
  const address = tryTo(() => decoded(frame.contentWindow.location.href));
  return address?.endsWith(`/${decoded(withoutDots(href))}`) ?? false;
}

function decoded(text) {
  return tryTo(() => decodeURI(text)) ?? text;
}

function withoutDots(href) {
  return href.replace(/^([.]{0,2}\/)+/, "");
}

function isAt(index) {
  const frame = findFrame();
  return Boolean(frame && shows(frame, listPages()[index].href));
}

/** Return the address of a page: names in the list are relative to a folder that only the page now shown tells. */
function addressOf(index) {
  const pages = listPages();
  const frame = findFrame();
  const current = pages.find(({ href }) => shows(frame, href));
  if (!current) return new URL(pages[index].href, document.baseURI).href;
  const address = decodeURI(frame.contentWindow.location.href);
  const folder = address.slice(0, address.length - decodeURI(withoutDots(current.href)).length);
  return encodeURI(folder + decodeURI(withoutDots(pages[index].href)));
}

async function describe(index) {
  const response = await fetch(addressOf(index));
  if (!response.ok) return {};
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { title: page.title, heading: page.querySelector("h1, h2")?.textContent ?? "" };
}

/** Return the course's own functions that may show the page at an index, the likeliest first. */
function jumps() {
  const found = [];
  for (const name of SHOWING) {
    const show = globalValue(name);
    if (typeof show !== "function") continue;
    if (show.length) {
      found.push(
        (index) => show(index),
        (index) => show(index + 1),
      );
      continue;
    }
    // It shows the page that another variable tells.
    for (const position of POSITIONS.filter((variable) => typeof globalValue(variable) === "number")) {
      found.push((index) => {
        // biome-ignore lint/security/noGlobalEval: it may be declared with let
        // biome-ignore lint/complexity/noCommaOperator: indirect, so that the name is a global
        (0, eval)(`${position} = ${Number(index)}`);
        show();
      });
    }
  }
  return found;
}
