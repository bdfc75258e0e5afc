// Parts of a page that stand in another order in the code than on the screen.
// @requires text
const BOXES = "div, main, section, article, ul, ol, form, header, footer, body, fieldset, dl, [style]";
const MOST_BOXES = 20000;
const MOST = 10; // hits for boxes

/** @type {Check<"page">} */
export default ({ page }) => [...turnedBoxes(page), ...jumpingSlides(page)];

/** Return hits for flex and grid boxes in which what stands first in the code is shown last. */
function turnedBoxes(page) {
  const hits = [];
  for (const box of page.all(BOXES).slice(0, MOST_BOXES)) {
    if (box.childElementCount < 2 || hits.length >= MOST) continue;
    if (!/flex|grid/.test(page.style(box).display)) continue;
    const parts = [...box.children].filter((part) => isInFlow(page, part));
    if (parts.length < 2 || !isReordered(page, box, parts)) continue;
    const rightToLeft = page.style(box).direction === "rtl";
    const wrong = parts.find((part, n) => n && standsBefore(page.box(part), page.box(parts[n - 1]), rightToLeft));
    if (!wrong) continue;
    const [first, second] = [wrong, parts[0]].map((part) => a11y.text.collapse(part.textContent, 60));
    hits.push({ element: box, message: "turned", data: { first, second } });
  }
  return hits;
}

function isInFlow(page, part) {
  if (!page.seen(part) || a11y.text.collapse(part.textContent).length <= 2) return false;
  return !/absolute|fixed/.test(page.style(part).position);
}

function isReordered(page, box, parts) {
  const { flexDirection, flexWrap } = page.style(box);
  return (
    /reverse/.test(flexDirection + flexWrap) ||
    parts.some((part) => {
      const { order, gridRowStart, gridColumnStart } = page.style(part);
      return order !== "0" || gridRowStart !== "auto" || gridColumnStart !== "auto";
    })
  );
}

/** Whether a box is shown above another, or to the left of it on the same line. */
function standsBefore(box, other, rightToLeft) {
  if (box.bottom <= other.top + 2) return true;
  const sameLine = box.top < other.bottom - 2 && other.top < box.bottom - 2;
  return box.right <= other.left + 2 && sameLine && !rightToLeft;
}

/** Return hits for slides of placed texts whose order in the code goes from column to column and back. */
function jumpingSlides(page) {
  const slides = new Map();
  for (const [holder, box] of placedBoxes(page)) {
    const slide = holder.offsetParent;
    slides.set(slide, [...(slides.get(slide) || []), { holder, box }]);
  }
  const hits = [];
  for (const all of slides.values()) {
    if (all.length < 4 || all.length > 60) continue;
    const boxes = all.filter(({ box }) => box.width > 0);
    const n = switches(boxes.map(({ box }) => box));
    if (n >= 3) hits.push({ element: boxes[0].holder, message: "jumps", data: { n } });
  }
  return hits;
}

/** Return the absolutely placed elements that hold text, with their boxes, in the order of the code. */
function placedBoxes(page) {
  const placed = new Map();
  const holderOf = page.once((at) => {
    if (!at || at === document.body) return null;
    return page.style(at).position === "absolute" ? at : holderOf(at.parentElement);
  });
  for (const { element } of page.texts) {
    const holder = element.closest("[style*=position], [class]") && holderOf(element);
    if (!holder || placed.has(holder) || page.box(holder).width <= 30) continue;
    if (page.seen(element) && page.heard(element)) placed.set(holder, page.box(holder));
  }
  return placed;
}

/** Return how often boxes in two columns change from one to the other; 0 where they are no columns. */
function switches(boxes) {
  const middle = (Math.min(...boxes.map(({ left }) => left)) + Math.max(...boxes.map(({ right }) => right))) / 2;
  const side = (box) => {
    if (box.right <= middle + 4) return "left";
    return box.left >= middle - 4 ? "right" : "both";
  };
  const left = boxes.filter((box) => side(box) === "left");
  const right = boxes.filter((box) => side(box) === "right");
  if (left.length < 2 || right.length < 2) return 0;
  // Rows of a table or of pairs are read across.
  const rows = left.filter((box) => right.some((other) => Math.abs(other.top - box.top) < 8)).length;
  if (rows >= Math.min(left.length, right.length) - 0.5) return 0;
  const order = boxes.map(side).filter((column) => column !== "both");
  return order.filter((column, n) => n && column !== order[n - 1]).length;
}
