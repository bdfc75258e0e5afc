// Pictures that assistive technology gets nothing of, although they seem to say something.
// @requires text, words/hidden_pictures
const TELLS = a11y.text.pattern("(^|[^a-z]){tells}([^a-z]|$)", a11y.words.hidden_pictures);
const GENERIC = a11y.text.pattern("^{generic}$", a11y.words.hidden_pictures);
const DECORATIVE = /^(none|presentation)$/;
const NAMED =
  "img, [role=img], [aria-label], input, button, a[href], video, audio, iframe, object, select, textarea, area, " +
  "svg, canvas";
const OPERABLE = "a[href], button, input, select, textarea, iframe, video, audio, object, embed, [tabindex], [role]";
const STROKES = "path, text, image, use, circle, rect, polygon, polyline, line, ellipse";
const MOST_NAMES = 300;
const MOST_NAME = 60; // characters of a name beside a logo

/** @type {Check<"page">} */
export default ({ page }) => {
  const pictures = page.all("img, svg, canvas").filter((element) => isHiddenPicture(page, element));
  if (!pictures.length) return [];
  const heard = heardText(page, pictures);
  const only = heard ? null : onlyPicture(page, pictures);
  if (only) return [{ element: only, message: "only-picture" }];
  const hits = [];
  for (const element of pictures) {
    if (element.localName !== "img") continue;
    // Hidden together with words: a part that is not in use now, or that stands elsewhere too.
    const part = element.parentElement.closest("[aria-hidden=true]");
    if (part?.textContent.trim()) continue;
    const file = fileName(element);
    const text = page.plain(unusedText(element));
    if (isUnnamedLogo(page, element, file, heard)) hits.push({ element, message: "logo", data: { file } });
    else if (TELLS.test(file) && area(page, element) > 10000)
      hits.push({ element, message: "tells-something", data: { file } });
    else if (text.split(" ").length > 2 && !heard.includes(text))
      hits.push({ element, message: "text-unused", data: { text: text.slice(0, 100) } });
  }
  return hits;
};

/** Whether a picture can be seen, is no part of a control, and is silent: see `isSilent`. */
function isHiddenPicture(page, element) {
  const localName = element.localName;
  if (localName === "svg" && element.parentElement?.closest("svg")) return false;
  if (localName === "img" && !(element.complete && element.naturalWidth > 1)) return false;
  if (!page.seen(element) || element.closest("button, [role=button], summary, label, noscript")) return false;
  const { width, height } = page.box(element);
  if (width < 24 || height < 24) return false;
  return isSilent(page, element) && (localName !== "canvas" || isDrawn(element));
}

/** Whether assistive technology gets nothing of a picture: it is not in its tree, or has no role or name there. */
function isSilent(page, element) {
  const role = element.getAttribute("role") || "";
  if (!page.heard(element) || DECORATIVE.test(page.role(element)) || DECORATIVE.test(role)) return true;
  if (page.name(element)) return false;
  return element.localName === "img" ? element.getAttribute("alt") === "" : !/^(img|image)$/.test(role);
}

/** Whether anything is drawn on a canvas; one that cannot be read is taken as drawn. */
function isDrawn(canvas) {
  try {
    const pen = new OffscreenCanvas(40, 40).getContext("2d");
    pen.drawImage(canvas, 0, 0, 40, 40);
    return pen.getImageData(0, 0, 40, 40).data.some((value) => value !== 0);
  } catch {
    return true;
  }
}

/** Return what assistive technology gets of the page: its texts, and the names of other pictures and controls. */
function heardText(page, pictures) {
  const texts = page.texts.filter(({ element }) => page.heard(element) && !element.closest("noscript"));
  const words = page.plain(texts.map((text) => text.words).join(" "));
  const named = page
    .all(NAMED)
    .filter((element) => page.heard(element) && page.name(element) && !pictures.includes(element));
  const names = named.slice(0, MOST_NAMES).map((element) => page.name(element));
  return page.plain(`${words} ${names.join(" ")}`);
}

/** Return the largest picture where nothing else is there, so that it is what the page says; else null. */
function onlyPicture(page, pictures) {
  const shown = page.texts.some(({ element, words }) => words.length > 1 && page.seen(element));
  const operable = page
    .all(OPERABLE)
    .some((element) => page.seen(element) && page.heard(element) && !pictures.includes(element));
  if (shown || operable) return null;
  const largest = pictures.reduce((best, picture) => (area(page, picture) > area(page, best) ? picture : best));
  return area(page, largest) >= 2000 && isDrawing(page, largest) ? largest : null;
}

/** A circle or two may be anything; a drawing of many strokes, or a large one, is what there is to see. */
function isDrawing(page, picture) {
  if (picture.localName !== "svg") return true;
  const strokes = [...picture.querySelectorAll(STROKES)];
  if (strokes.length > 2) return true;
  if (strokes.some((stroke) => (stroke.getAttribute("d") || "").length > 100 || stroke.matches("text, image")))
    return true;
  return strokes.length > 0 && area(page, picture) > 60000;
}

function area(page, element) {
  const { width, height } = page.box(element);
  return width * height;
}

/** Return the name of the file of a picture without its extension, "" for none. */
function fileName(element) {
  const address = element.currentSrc || element.src || "";
  if (/^(data|blob):/.test(address)) return "";
  try {
    return decodeURIComponent(new URL(address, document.baseURI).pathname.split("/").pop()).replace(/\.\w+$/, "");
  } catch {
    return "";
  }
}

/** Whether a file is the logo of a brand that the page does not name. Next to its name, a logo is decoration. */
function isUnnamedLogo(page, element, file, heard) {
  if (!/logo/i.test(file) || standsBesideName(page, element)) return false;
  const words = file.split(/[^\p{L}\p{N}]+/u).filter((part) => !isHash(part));
  const parts = words.flatMap((word) => word.split(/(?<=\p{Ll})(?=\p{Lu})/u));
  const brand = parts.filter((part) => part.length > 1 && !GENERIC.test(part) && !/logo/i.test(part));
  const text = heard.replace(/ /g, "");
  return brand.length > 0 && !brand.some((part) => text.includes(page.plain(part)));
}

/** Whether part of a file name is what a bundler counted of the file, and no word. */
function isHash(part) {
  if (part.length < 6) return false;
  const isMixed = /\p{L}/u.test(part) && /\p{N}/u.test(part) && !/^\p{L}{3,}\p{N}{1,4}$/u.test(part);
  const runs = part.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/gu) ?? [];
  const isBroken = runs.length > 2 && part.length / runs.length < 3;
  return isMixed || isBroken || /^\p{N}+$/u.test(part) || !/[aeiouyäöüéèêáàóòíìúù]/iu.test(part);
}

/**
 * Whether words that are no link, button or list of others stand right beside a logo: in its own link or heading, or in
 * what is around these.
 */
function standsBesideName(page, element) {
  const holder = element.closest("a, button, h1, h2, h3, h4, h5, h6");
  const inner = holder?.textContent.trim() ? holder : null;
  const around = inner ?? (holder ?? element).parentElement;
  for (let at = around, up = 0; at && at !== document.body && up < 2; at = at.parentElement, up++) {
    const own = page.texts.filter(
      (text) => at.contains(text.element) && page.heard(text.element) && isFree(text.element, at),
    );
    const words = own.map((text) => text.words).join(" ");
    if (/\p{L}{2}/u.test(words) && words.length <= MOST_NAME) return true;
    if (inner || words || at.matches("header, main, nav, footer, article, section")) return false;
  }
  return false;
}

/** Whether a text belongs to a place itself, and to no link, button or list in it. */
function isFree(element, place) {
  const holder = element.closest("a, button, li, nav, form");
  return !holder || holder === place || holder.contains(place);
}

/** Return the text alternative that a hidden picture has all the same. */
function unusedText(element) {
  return element.getAttribute("alt") || element.getAttribute("aria-label") || element.getAttribute("title") || "";
}
