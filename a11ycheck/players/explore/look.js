// What one frame shows, so that a screen that was seen before is known again.
({
  /** `restless` are selectors of elements whose text changes by itself: it tells nothing of the screen. */
  look(restless = []) {
    const noise = restless?.length ? restless.map((path) => this.place(path)).filter(Boolean) : [];
    const parts = new Set();
    const add = (part) => parts.size < 3000 && parts.add(this.hash(part));
    const seen = new Map();
    const inside = (element) => {
      if (!seen.has(element)) seen.set(element, this.shows(element) && this.within(element));
      return seen.get(element);
    };
    let words = 0;
    let count = null;
    for (const root of [document, ...this.all("*").map((one) => one.shadowRoot).filter(Boolean)]) {
      const walker = document.createTreeWalker(root.body ?? root, NodeFilter.SHOW_TEXT);
      for (let n = 0; n < 20000 && walker.nextNode(); n++) {
        const text = walker.currentNode.data.replace(/\s+/g, " ").trim();
        const owner = walker.currentNode.parentElement;
        if (!text || !owner || owner.closest("script, style, noscript, template") || !inside(owner)) continue;
        if (noise.some((one) => one.contains(owner))) continue;
        const around = owner.textContent.length < 8 ? owner.parentElement ?? owner : owner; // each number in a box of its own
        count ??= this.counter(text) ?? (/\d/.test(text) && around.textContent.length < 40 ? this.counter(around.textContent) : null);
        const said = this.still(text, owner);
        if (said) add(said), (words += said.length);
      }
    }
    for (const one of this.all("img, video, audio, iframe, object, embed, svg, [style*=background]").slice(0, 500)) {
      if (!this.shows(one) || !this.within(one)) continue;
      const source = one.currentSrc || one.src || one.data || getComputedStyle(one).backgroundImage || one.localName;
      add(`${one.localName} ${String(source?.baseVal ?? source).split(/[?#]/)[0].slice(-300)}`);
    }
    let canvas = 0;
    for (const one of this.all("canvas").filter((it) => this.shows(it)).slice(0, 5)) {
      add(`canvas ${this.drawn(one)}`);
      canvas = Math.max(canvas, one.clientWidth * one.clientHeight);
    }
    for (const one of this.all("input, select, textarea, button").slice(0, 300))
      if (this.shows(one) && this.within(one)) add(`${one.localName} ${one.type} ${this.still(this.label(one), one)}`);
    const heads = this.all("h1, h2, [role=heading], h3").filter((one) => inside(one) && one.textContent.trim());
    const moving = (document.getAnimations?.() ?? []).some(
      (one) => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime),
    );
    return {
      parts: [...parts].sort(),
      words,
      count,
      moving,
      heads: heads.slice(0, 4).map((one) => one.innerText.replace(/\s+/g, " ").trim().slice(0, 200)),
      title: document.title.slice(0, 200),
      file: location.pathname,
      route: location.hash.slice(0, 200),
      size: innerWidth * innerHeight,
      canvas,
    };
  },
  place(path) {
    try {
      return document.querySelector(path);
    } catch {
      return null;
    }
  },
  /** Selectors of elements whose text changes again and again while nobody does anything. */
  async restless() {
    const seen = new Map();
    const watch = new MutationObserver((records) => {
      const now = Math.round(performance.now() / 80);
      for (const { target } of records) {
        const owner = target.nodeType === 1 ? target : target.parentElement;
        if (owner && owner !== document.body && owner.textContent.length < 200) seen.set(owner, (seen.get(owner) ?? new Set()).add(now));
      }
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true });
    await new Promise((done) => setTimeout(done, 500));
    if (seen.size) await new Promise((done) => setTimeout(done, 2000));
    watch.disconnect();
    return [...seen].filter(([one, times]) => times.size > 1 && one.isConnected).map(([one]) => this.path(one)).slice(0, 50);
  },
  /** Text without what changes by itself: clocks, counters, marks of what was visited. */
  still(text, owner) {
    if (owner.closest("[role=timer], .timer, .clock, .countdown, [class*=progress-text]")) return "";
    const said = text
      .replace(/\d{1,2}:\d{2}(:\d{2})?/g, "")
      .replace(/\d+\s*(\/|of|van|von|sur|de|uit)\s*\d+/gi, "")
      .replace(/\d+\s*(%|s\b|sec\w*|min\w*|sek\w*)/gi, "")
      .trim();
    return /^[\W\d]*$/u.test(said.normalize("NFD").replace(/\p{L}/gu, "x")) || this.sure("status", said) === 2 ? "" : said;
  },
  counter(text) {
    const said = /(?:^|\s)(\d{1,3})\s*(?:\/|of|van|von|sur|uit)\s*(\d{1,3})(?=$|[\s.):])/i.exec(text.trim());
    const named = /page|slide|screen|step|pagina|scherm|dia|stap|seite|folie|schritt|écran|étape|^\W*\d/i.test(text);
    const [at, all] = said ? [Number(said[1]), Number(said[2])] : [0, 0];
    return named && text.length < 60 && at >= 1 && at <= all && all > 1 ? [at, all] : null;
  },
  /** Not moved out of the picture, as the other slides of a deck are that stand side by side. */
  within(element) {
    const box = element.getBoundingClientRect();
    if (box.right <= 0 && box.right > -9000) return false;
    if (box.left >= innerWidth && document.scrollingElement.scrollWidth <= innerWidth + 2) return this.scrolls(element);
    if (document.scrollingElement.scrollHeight > innerHeight + 2) return true;
    return (box.bottom > 0 && box.top < innerHeight) || this.scrolls(element);
  },
  scrolls(element) {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight + 2) return true;
      if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth + 2) return true;
    }
    return false;
  },
  /** A canvas in a few grey cells: the same picture gives the same cells. */
  drawn(canvas) {
    try {
      const small = new OffscreenCanvas(16, 16).getContext("2d");
      small.drawImage(canvas, 0, 0, 16, 16);
      return this.hash([...small.getImageData(0, 0, 16, 16).data].map((value) => value >> 5).join(""));
    } catch {
      return "";
    }
  },
  hash(text) {
    let sum = 5381;
    let other = 0;
    for (let at = 0; at < text.length; at++) {
      sum = (Math.imul(sum, 33) + text.charCodeAt(at)) | 0;
      other = (Math.imul(other ^ text.charCodeAt(at), 0x01000193) + at) | 0;
    }
    return (sum >>> 0).toString(36) + (other >>> 0).toString(36);
  },
  /** Looks at all of a long page, as a reader does; true when more came while doing so. */
  async scroll() {
    const area = [document.scrollingElement, ...this.all("main, [role=main], div, section, article").slice(0, 1500)]
      .filter((one) => one && one.scrollHeight > one.clientHeight + 40 && one.clientHeight > 200)
      .find((one) => one === document.scrollingElement || /auto|scroll/.test(getComputedStyle(one).overflowY));
    if (!area) return false;
    const before = area.scrollHeight;
    const start = area.scrollTop;
    for (let step = 0; step < 40 && area.scrollTop + area.clientHeight < area.scrollHeight - 2; step++) {
      area.scrollTop += area.clientHeight * 0.8;
      await new Promise((done) => setTimeout(done, 40));
    }
    await new Promise((done) => setTimeout(done, 150));
    const grew = area.scrollHeight > before + 20;
    area.scrollTop = start;
    return grew;
  },
})
