// Names of pictures that say nothing of the picture: file names, names that tools give, empty words.
// @requires text, words/picture_names
const { picture_names: WORDS } = a11y.words;
const PICTURES = "img, [role=img], input[type=image], area[href], object, svg, canvas, embed";
const FILE = /\.(png|jpe?g|jfif|gif|svg|webp|avif|bmp|tiff?|ico|eps|psd|emf|wmf)(\?.*)?$/i;
/** What cameras and authoring tools call a picture: IMG_1234, Picture 3, Rectangle 12, shutterstock_99. */
const TOOL = a11y.text.pattern(
  String.raw`^({tool}[ _-]*\(?#?\d[\d _.:()-]*|[0-9a-f]{12,}|[0-9a-f]{8}-[0-9a-f-]{20,}|\d{6,}([_-]\d+)*|` +
    "dall[·-]?e.*|chatgpt image.*)$",
  WORDS,
);
const SERIES = a11y.text.pattern(String.raw`^{series} ?\d{1,2}$`, WORDS);
const EMPTY = new Set(a11y.text.allOf(WORDS.empty));
const GENERIC = a11y.text.pattern("^{generic}$", WORDS);
const LONG = 250; // characters of a name

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all(PICTURES)) {
    if (element.localName === "svg" && !/^(img|image|graphics-)/.test(page.role(element))) continue;
    const name = page.heard(element) ? nameOf(page, element) : "";
    if (!name) continue;
    const data = { name: name.slice(0, 100) };
    const file = fileName(element);
    const message = judge(page, element, name, file);
    if (message === null) continue;
    if (message) hits.push({ element, message, data: message === "other-logo" ? { ...data, file } : data });
    if (isRepeated(page, element, name)) hits.push({ element, message: "repeated", data });
    if (name.length > LONG) hits.push({ element, message: "too-long", data: { ...data, length: name.length } });
  }
  return hits;
};

function nameOf(page, element) {
  const name = page.name(element);
  return name || (element.localName === "canvas" ? (element.getAttribute("aria-label") || "").trim() : "");
}

/** Return the name of the file of a picture, "" for none. */
function fileName(element) {
  const image = element.querySelector?.("image")?.getAttribute("href");
  const address = element.currentSrc || element.src || element.data || image || "";
  if (/^(data|blob):/.test(address)) return "";
  try {
    return decodeURIComponent(new URL(address, document.baseURI).pathname.split("/").pop() || "");
  } catch {
    return "";
  }
}

/** Return the message for a name that says nothing of the picture, "" for none; null for a caption in a series. */
function judge(page, element, name, file) {
  const base = file.replace(/\.\w+$/, "");
  if (isFileName(element, name) || (file && isNameOfFile(name, base))) return "file-name";
  if (TOOL.test(name.trim()) && (file || element.localName !== "canvas"))
    return isNumberedCaption(page, element, name.trim()) ? null : "tool-name";
  if (EMPTY.has(page.plain(name))) return "says-nothing";
  return /\blogo/i.test(name) && /logo/i.test(base) && isOtherBrand(page, name, base) ? "other-logo" : "";
}

/** Whether a name is that of a file. In a list of files this is what it should be. */
function isFileName(element, name) {
  if (!FILE.test(name) || /\s/.test(name.trim())) return false;
  return !element.closest("a[href], td, li, figure")?.textContent.includes(name);
}

/** Whether a name is that of the picture's own file, and not a word. */
function isNameOfFile(name, base) {
  if (name.toLowerCase() !== base.toLowerCase() || /\s/.test(name) || base.length <= 5) return false;
  return /_|\d{3,}|-.*-|[a-z]\d+[a-z]/i.test(base);
}

/** "Photo 3" may be a caption of its own in a numbered series. */
function isNumberedCaption(page, element, name) {
  return SERIES.test(name) && page.near(element, page.seen, 200).after.includes(name);
}

/** Whether the file of a logo names one brand, and the name another. */
function isOtherBrand(page, name, base) {
  const words = page.plain(name).split(" ");
  const brands = base
    .split(/[^\p{L}\p{N}]+|(?<=[a-z])(?=[A-Z])/u)
    .filter((part) => part.length > 1 && !GENERIC.test(part) && !/logo/i.test(part));
  if (brands.length !== 1 || words.length > 4 || words.join(" ") === "logo") return false;
  const brand = page.plain(brands[0]);
  const initials = words.map((word) => word[0]).join("");
  return !words.join("").includes(brand) && !initials.includes(brand);
}

/** Whether the text around a picture, in the same link, button or figure, is its name once more. */
function isRepeated(page, element, name) {
  const around = element.closest("a[href], button, figure");
  if (!around || page.plain(name).length <= 3) return false;
  const texts = [...around.querySelectorAll("*"), around].flatMap((part) =>
    [...part.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data),
  );
  return page.plain(texts.join(" ")) === page.plain(name);
}
