// Places on a picture that can be clicked and have no name.
const SHAPES = "div, span, li, i, b, g, rect, circle, path, polygon, ellipse";
const HANDLERS = "[onclick], [onmousedown], [onpointerdown]";
const CONTROLS = "a[href], button, label, [aria-hidden=true], [role=button], [role=link]";
const NAMES = "a[href], button, [role], img[alt], title, input";
const MOST_PICTURES = 100;
const MOST = 30; // hits

/** @type {Check<"page">} */
export default ({ page }) => {
  const spots = page
    .all(SHAPES)
    .filter((shape) => shape.matches(HANDLERS) || /hot-?spot/i.test(shape.getAttribute("class") || ""));
  const pictures = spots.length ? picturesOf(page) : [];
  if (!pictures.length) return [];
  const hits = [];
  for (const element of spots) {
    if (!isPlaced(page, element) || hasName(element)) continue;
    const box = page.box(element);
    if (box.width < 6 || box.height < 6 || !pictures.some((picture) => liesOn(box, page.box(picture)))) continue;
    hits.push({ element, message: element.matches(HANDLERS) ? "nameless" : "perhaps" });
    if (hits.length >= MOST) break;
  }
  return hits;
};

/** Return the pictures on a page, and the boxes with a picture behind them. */
function picturesOf(page) {
  const largerThan = (element, width, height) => page.box(element).width > width && page.box(element).height > height;
  const pictures = page
    .all("img, svg, canvas, [role=img]")
    .filter((picture) => page.seen(picture) && largerThan(picture, 80, 60));
  const backgrounds = page
    .all("div, section, figure, main")
    .filter((box) => page.style(box).backgroundImage.includes("url(") && largerThan(box, 150, 100));
  return [...pictures, ...backgrounds].slice(0, MOST_PICTURES);
}

/** Whether an element is placed over something, can be clicked, and belongs to no control. */
function isPlaced(page, element) {
  const { position, pointerEvents, visibility } = page.style(element);
  if (element.namespaceURI !== "http://www.w3.org/2000/svg" && position !== "absolute") return false;
  return pointerEvents !== "none" && visibility === "visible" && !element.closest(CONTROLS);
}

function hasName(element) {
  if (element.hasAttribute("role") || element.textContent.trim() || element.querySelector(NAMES)) return true;
  return Boolean((element.getAttribute("aria-label") || element.getAttribute("title") || "").trim());
}

/** Whether a box lies within a picture and covers less than half of it. */
function liesOn(box, picture) {
  const within =
    box.left >= picture.left - 4 &&
    box.top >= picture.top - 4 &&
    box.right <= picture.right + 4 &&
    box.bottom <= picture.bottom + 4;
  return within && box.width * box.height < picture.width * picture.height * 0.5;
}
