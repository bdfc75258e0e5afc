// What one frame shows, so that a screen is recognised when it comes back.
// @requires controls, dom, names, phrases, text, timing, visibility, words/course_marks

const MOST_PARTS = 3000;
const MOST_TEXTS = 20000;

export default {
  /**
   * Return hashes of all that is visible, and what tells this screen from others.
   * @param {string[]} restless selectors of elements whose text changes by itself, and so says nothing of the screen
   */
  look(restless = []) {
    const noise = (restless ?? []).map(query).filter(Boolean);
    const isShown = a11y.dom.once((element) => a11y.visibility.isVisible(element) && isInView(element));
    const parts = new Set();
    const add = (part) => parts.size < MOST_PARTS && parts.add(hash(part));
    const { words, count } = addTexts(add, (owner) => isShown(owner) && !noise.some((one) => one.contains(owner)));
    addPictures(add);
    const canvas = addCanvases(add);
    addFields(add);
    const headings = a11y.dom
      .all("h1, h2, [role=heading], h3")
      .filter((heading) => isShown(heading) && heading.textContent.trim());
    return {
      parts: [...parts].sort(),
      words,
      count,
      moving: isMoving(),
      headings: headings.slice(0, 4).map((heading) => a11y.text.collapse(heading.innerText, 200)),
      title: document.title.slice(0, 200),
      file: location.pathname,
      route: location.hash.slice(0, 200),
      size: innerWidth * innerHeight,
      canvas,
    };
  },

  /** Return selectors of elements whose text changes again and again while nobody does anything. */
  async restless() {
    const moments = new Map();
    const observer = new MutationObserver((records) => {
      const now = Math.round(performance.now() / 80);
      for (const { target } of records) {
        const owner = target.nodeType === 1 ? target : target.parentElement;
        if (!owner || owner === document.body || owner.textContent.length >= 200) continue;
        moments.set(owner, (moments.get(owner) ?? new Set()).add(now));
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    await a11y.timing.pause(500);
    if (moments.size) await a11y.timing.pause(2000);
    observer.disconnect();
    return [...moments]
      .filter(([element, times]) => times.size > 1 && element.isConnected)
      .map(([element]) => a11y.controls.uniqueSelector(element))
      .slice(0, 50);
  },

  /** Return all visible text of the document, a text node on each line. */
  visibleText() {
    const texts = [];
    for (const node of textNodes(document.body, 8000)) {
      const text = node.data.trim();
      if (text && a11y.visibility.isVisible(node.parentElement)) texts.push(text);
    }
    return texts.join("\n");
  },

  /** Return a short text that is the same for the same text. */
  hash,
};

/** Add the visible texts; return their length, and the page's own count of screens. */
function addTexts(add, isShown) {
  let words = 0;
  let count = null;
  for (const root of a11y.dom.roots()) {
    for (const node of textNodes(root === document ? (document.body ?? root) : root, MOST_TEXTS)) {
      const text = a11y.text.collapse(node.data);
      const owner = node.parentElement;
      if (!text || !owner || owner.closest("script, style, noscript, template") || !isShown(owner)) continue;
      count ??= countIn(text, owner);
      const lasting = lastingText(text, owner);
      if (!lasting) continue;
      add(lasting);
      words += lasting.length;
    }
  }
  return { words, count };
}

function addPictures(add) {
  const pictures = a11y.dom.all("img, video, audio, iframe, object, embed, svg, [style*=background]").slice(0, 500);
  for (const picture of pictures) {
    if (!a11y.visibility.isVisible(picture) || !isInView(picture)) continue;
    const background = () => getComputedStyle(picture).backgroundImage;
    const source = picture.currentSrc || picture.src || picture.data || background() || picture.localName;
    const address = String(source?.baseVal ?? source);
    add(`${picture.localName} ${address.split(/[?#]/)[0].slice(-300)}`);
  }
}

/** Add what the canvases show; return the area of the largest one. */
function addCanvases(add) {
  let largest = 0;
  for (const canvas of a11y.dom.all("canvas").filter(a11y.visibility.isVisible).slice(0, 5)) {
    add(`canvas ${sketch(canvas)}`);
    largest = Math.max(largest, canvas.clientWidth * canvas.clientHeight);
  }
  return largest;
}

function addFields(add) {
  for (const field of a11y.dom.all("input, select, textarea, button").slice(0, 300)) {
    if (!a11y.visibility.isVisible(field) || !isInView(field)) continue;
    add(`${field.localName} ${field.type} ${lastingText(a11y.names.visibleName(field), field)}`);
  }
}

/** Whether an element isn't moved out of the window, as the other slides of a deck are that stand side by side. */
function isInView(element) {
  const page = document.scrollingElement;
  const box = element.getBoundingClientRect();
  if (box.right <= 0 && box.right > -9000) return false;
  if (box.left >= innerWidth && page.scrollWidth <= innerWidth + 2) return canScroll(element);
  if (page.scrollHeight > innerHeight + 2) return true;
  return (box.bottom > 0 && box.top < innerHeight) || canScroll(element);
}

/** Return a hash of a canvas in a few grey cells: the same picture gives the same cells. */
function sketch(canvas) {
  try {
    const cells = new OffscreenCanvas(16, 16).getContext("2d");
    cells.drawImage(canvas, 0, 0, 16, 16);
    return hash([...cells.getImageData(0, 0, 16, 16).data].map((value) => value >> 5).join(""));
  } catch {
    return "";
  }
}

function hash(text) {
  let sum = 5381;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    sum = (Math.imul(sum, 33) + text.charCodeAt(at)) | 0;
    other = (Math.imul(other ^ text.charCodeAt(at), 0x01000193) + at) | 0;
  }
  return (sum >>> 0).toString(36) + (other >>> 0).toString(36);
}

/** Yield the text nodes below a root, up to a number. */
function* textNodes(root, most) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let n = 0; n < most && walker.nextNode(); n++) yield/** @type {Text} */ (walker.currentNode);
}

function query(selector) {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

function isMoving() {
  return (document.getAnimations?.() ?? []).some(
    ({ playState, effect }) => playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
  );
}

/** Return the page's own count of screens in a text ("3 of 16" → [3, 16]), or in the text around a single number. */
function countIn(text, owner) {
  const around = owner.textContent.length < 8 ? (owner.parentElement ?? owner) : owner; // each number has its own box
  const isShort = /\d/.test(text) && around.textContent.length < 40;
  return parseCount(text) ?? (isShort ? parseCount(around.textContent) : null);
}

function parseCount(text) {
  const match = /(?:^|\s)(\d{1,3})\s*(?:\/|of|van|von|sur|uit)\s*(\d{1,3})(?=$|[\s.):])/i.exec(text.trim());
  const named = /page|slide|screen|step|pagina|scherm|dia|stap|seite|folie|schritt|écran|étape|^\W*\d/i.test(text);
  const [number, total] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  return named && text.length < 60 && number >= 1 && number <= total && total > 1 ? [number, total] : null;
}

/** Return a text without what changes by itself: clocks, counters, marks of what was visited. */
function lastingText(text, owner) {
  if (owner.closest("[role=timer], .timer, .clock, .countdown, [class*=progress-text]")) return "";
  const lasting = text
    .replace(/\d{1,2}:\d{2}(:\d{2})?/g, "")
    .replace(/\d+\s*(\/|of|van|von|sur|de|uit)\s*\d+/gi, "")
    .replace(/\d+\s*(%|s\b|sec\w*|min\w*|sek\w*)/gi, "")
    .trim();
  const hasLetters = !/^[\W\d]*$/u.test(lasting.normalize("NFD").replace(/\p{L}/gu, "x"));
  return hasLetters && !a11y.phrases.isPhrase(a11y.words.course_marks.status, lasting) ? lasting : "";
}

/** Whether an element stands in a box that scrolls. */
function canScroll(element) {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight + 2) return true;
    if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth + 2) return true;
  }
  return false;
}
