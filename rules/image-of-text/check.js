// A picture of as many separate marks, in rows, as its alternative has letters: then the picture is that text.
const MOST = 8; // pictures
const WIDEST = 1400;
const HIGHEST = 1200;
const MOST_MARKS = 3000;
const MOST_NAME = 6; // words of a name
const HIGHEST_NAME = 160; // CSS pixels
const LOGO = /logo(?!n|ut)|wordmark|(^|[^a-z])brand([^a-z]|$)/i;

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  let looked = 0;
  for (const element of page.all("img, input[type=image]")) {
    if (looked >= MOST || !page.seen(element) || !page.heard(element)) continue;
    const name = page.name(element);
    if (!isSentence(name) || element.localName === "input" || !(element.naturalWidth >= 80)) continue;
    if (isLogotype(page, element, name)) continue;
    looked++;
    const message = compare(name, marksOrNone(element));
    if (message) hits.push({ element, message, data: { text: name.slice(0, 100) } });
  }
  return hits;
};

function lettersIn(name) {
  return (name.match(/[\p{L}\p{N}]/gu) || []).length;
}

function isSentence(name) {
  return lettersIn(name) >= 12 && !/\blogo\b/i.test(name) && name.split(/\s+/).length >= 3;
}

/**
 * Whether a picture is part of a logo or brand name, whose text is essential: it is called so, or it is a name of a few
 * words in the head or foot of the page, or as a link to the front page.
 */
function isLogotype(page, element, name) {
  const link = element.closest("a[href]");
  const said = [element.id, element.className, fileName(element), element.parentElement.className, link?.className];
  if (LOGO.test(said.filter((each) => typeof each === "string").join(" "))) return true;
  if (name.split(/\s+/).length > MOST_NAME || page.box(element).height > HIGHEST_NAME) return false;
  if (link && isFrontPage(link)) return true;
  if (element.closest("main, article, [role=main], h1, h2, h3, h4, h5, h6")) return false;
  return element.closest("header, footer, [role=banner], [role=contentinfo]") !== null;
}

function fileName(element) {
  const address = element.currentSrc || element.src || "";
  return /^(data|blob):/.test(address) ? "" : address.split(/[?#]/)[0].split("/").pop();
}

function isFrontPage(link) {
  const { pathname, origin } = link;
  return origin === location.origin && /^\/([a-z]{2}(-[a-z]{2})?\/)?(index\.\w+|home\/?)?$/i.test(pathname);
}

/** Return the message for a picture with these marks, "" for none. */
function compare(name, marks) {
  if (!marks || marks.inRows / marks.all < 0.8) return "";
  const letters = lettersIn(name);
  const words = name.split(/\s+/).length;
  // Letters that touch make fewer marks, dots and accents make more. A letter is half as wide as its row is high.
  const room = marks.ems / ((letters + words) * 0.5);
  const fits = marks.inRows >= words && marks.inRows < letters * 1.35;
  if (letters >= 20 && fits && room > 0.6 && room < 1.5) return "text";
  return marks.inRows >= 30 && marks.inRows / marks.all > 0.9 ? "perhaps" : "";
}

/** Return the marks of a picture; null for one without, and for one of another origin, whose pixels cannot be read. */
function marksOrNone(element) {
  try {
    return marksOf(element);
  } catch {
    return null;
  }
}

/**
 * Count the marks on a picture: `all` of them, those `inRows` of four and more, and `ems`, the width of these rows as
 * a multiple of their height. null for a picture without a plain ground, or with too few or too many marks.
 */
function marksOf(element) {
  const picture = greyPixels(element);
  const ground = groundOf(picture.light);
  const boxes = ground === null ? null : boxesOf(picture, ground);
  if (!boxes || boxes.length < 8) return null;
  const rows = rowsOf(boxes).filter(({ count }) => count >= 4);
  return {
    all: boxes.length,
    inRows: rows.reduce((sum, { count }) => sum + count, 0),
    ems: rows.reduce((sum, { left, right, top, bottom }) => sum + (right - left) / (bottom - top), 0),
  };
}

/** Return a picture as grey pixels, not too large. */
function greyPixels(element) {
  const scale = Math.min(1, WIDEST / element.naturalWidth);
  const width = Math.round(element.naturalWidth * scale);
  const wholeHeight = Math.round(element.naturalHeight * scale);
  const height = Math.min(HIGHEST, wholeHeight);
  const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(element, 0, 0, width, wholeHeight);
  const { data } = pen.getImageData(0, 0, width, height);
  const light = new Uint8Array(width * height);
  for (let n = 0; n < light.length; n++) light[n] = (data[n * 4] * 3 + data[n * 4 + 1] * 6 + data[n * 4 + 2]) / 10;
  return { width, light };
}

/** Return the grey of the ground that most of a picture has; null where no grey has as much. */
function groundOf(light) {
  const counts = new Array(256).fill(0);
  for (const grey of light) counts[grey]++;
  const ground = counts.reduce((best, count, grey) => (count > counts[best] ? grey : best), 0);
  const flat = counts.slice(Math.max(0, ground - 12), ground + 13).reduce((sum, count) => sum + count, 0);
  return flat / light.length < 0.6 ? null : ground;
}

/** Return the boxes of the marks, areas of ink that hang together; null for too many. */
function boxesOf({ width, light }, ground) {
  const isInk = (n) => Math.abs(light[n] - ground) > 70;
  const seen = new Uint8Array(light.length);
  const boxes = [];
  for (let start = 0; start < light.length; start++) {
    if (seen[start] || !isInk(start)) continue;
    const box = fill(start, width, seen, isInk);
    if (box.size > 3) boxes.push(box);
    if (boxes.length > MOST_MARKS) return null;
  }
  return boxes;
}

/** Return the box of the mark that a pixel belongs to, and note its pixels as seen. */
function fill(start, width, seen, isInk) {
  const box = { left: width, right: 0, top: Infinity, bottom: 0, size: 0 };
  const stack = [start];
  seen[start] = 1;
  const visit = (next) => {
    if (next < 0 || next >= seen.length || seen[next] || !isInk(next)) return;
    seen[next] = 1;
    stack.push(next);
  };
  while (stack.length) {
    const at = stack.pop();
    const x = at % width;
    const y = (at - x) / width;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    box.size++;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return box;
}

/** Return rows of marks side by side whose heights overlap; marks much larger than most are no letters. */
function rowsOf(boxes) {
  const heights = boxes.map((box) => box.bottom - box.top + 1).sort((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)];
  const letters = boxes.filter(
    ({ left, right, top, bottom }) => bottom - top + 1 <= middle * 2.5 && right - left + 1 <= middle * 8,
  );
  const rows = [];
  for (const box of letters.sort((a, b) => a.top - b.top)) {
    const row = rows.find(({ top, bottom }) => box.top < bottom && box.bottom > top);
    if (!row) {
      rows.push({ ...box, bottom: box.bottom + 1, count: 1 });
      continue;
    }
    row.count++;
    row.left = Math.min(row.left, box.left);
    row.right = Math.max(row.right, box.right);
    row.bottom = Math.max(row.bottom, Math.min(box.bottom, row.top + middle * 2));
  }
  return rows;
}
