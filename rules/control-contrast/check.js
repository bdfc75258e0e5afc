// Understanding 1.4.11: what people need to see to know that there is a control has a contrast of 3 to 1 with what is
// next to it.
const LEAST = 3;
const SMALL = "[type=checkbox], [type=radio], [role=checkbox], [role=radio], [role=switch]";
const FIELDS =
  "input:not([type]), input[type=text], input[type=email], input[type=password], input[type=search], " +
  "input[type=tel], input[type=url], input[type=number], input[type=checkbox], input[type=radio], textarea, select, " +
  "[role=textbox], [role=checkbox], [role=radio], [role=switch], [role=combobox]";
const BUTTONS = "button, a[href], [role=button], [role=link], [role=tab]";
const DISABLED = ":disabled, [aria-disabled=true], [readonly], [aria-readonly=true]";
const EDGES = ["borderTop", "borderRight", "borderBottom", "borderLeft", "outline"];
const CARVED = /^(inset|outset|groove|ridge)$/; // the browser shades these colours itself
const SHAPES = "path, rect, circle, ellipse, line, polyline, polygon";
const UNREADABLE =
  "use, image, text, foreignObject, mask, linearGradient, radialGradient, pattern, filter, style, animate";

/** @type {Check<"page">} */
export default ({ page }, axe) => {
  const { color } = axe.commons;
  const isJudged = (element) => page.seen(element) && !isDisabled(element);
  const hits = [];
  for (const element of page.all(FIELDS)) {
    const ratio = isJudged(element) ? fieldContrast(page, color, element) : null;
    if (ratio !== null && ratio < LEAST)
      hits.push({ element, message: fieldMessage(page, element), data: shown(ratio) });
  }
  for (const element of page.all(BUTTONS)) {
    const ratio = element.querySelector("svg") && isJudged(element) ? iconContrast(page, color, element) : null;
    if (ratio !== null && ratio < LEAST) hits.push({ element, message: "icon", data: shown(ratio) });
  }
  return hits;
};

/** Return a ratio as data, with two digits, never rounded up. */
function shown(ratio) {
  return { ratio: (Math.floor(ratio * 100) / 100).toFixed(2) };
}

function isDisabled(element) {
  return element.matches(DISABLED) || element.closest("fieldset:disabled, [inert]");
}

function isSmall(element) {
  return element.matches(SMALL);
}

/** Words or an icon in a field hint at it, where its edge does not. */
function fieldMessage(page, element) {
  if (isSmall(element)) return "edge";
  const words = (element.value ?? "").trim() || (element.placeholder ?? "").trim() || element.textContent.trim();
  const { inside } = frameOf(page, element);
  const icon = inside.some((each) => /^(svg|img|i|button)$/.test(each.localName)) || element.localName === "select";
  return words || icon ? "hinted" : "edge";
}

/** Return the best contrast of what draws the edge of a field; null where that cannot be told. */
function fieldContrast(page, color, element) {
  const small = isSmall(element);
  // The browser draws these by itself.
  if (element.localName !== "select" && page.style(element).appearance !== "none" && small) return null;
  const { outer, boxes, inside } = frameOf(page, element);
  if (boxes.some((box) => isDrawnOtherwise(page, box))) return null;
  if (small && (inside.length || element.childElementCount || /\S/.test(element.textContent))) return null;
  const back = backgroundOf(color, page.parent(outer));
  if (!back) return null;
  let best = 1;
  for (const box of boxes) {
    const ratio = boxContrast(page, color, box, back);
    if (ratio === null) return null;
    best = Math.max(best, ratio);
  }
  return best;
}

/** Return the best contrast of a box's ground and edges; null for an edge whose colours cannot be told. */
function boxContrast(page, color, box, back) {
  const style = page.style(box);
  const fill = over(color, parse(color, style.backgroundColor), back);
  let best = color.getContrast(fill, back);
  for (const edge of EDGES) {
    if (!(parseFloat(style[`${edge}Width`]) > 0) || /^(none|hidden)$/.test(style[`${edge}Style`])) continue;
    if (CARVED.test(style[`${edge}Style`])) return null;
    const line = over(color, parse(color, style[`${edge}Color`]), fill);
    best = Math.max(best, color.getContrast(line, back), color.getContrast(line, fill));
  }
  return best;
}

/**
 * Return the boxes that may draw a field's edge: itself, what closely holds it, and what lies over the same place; the
 * `outer` one of them, and all that is `inside` it.
 */
function frameOf(page, element) {
  const field = page.box(element);
  let outer = element;
  for (let at = page.parent(element), n = 0; at && n < 4 && isClose(page.box(at), field); at = page.parent(at), n++)
    outer = at;
  const inside = outer === element ? [] : [outer, ...outer.querySelectorAll("*")].slice(0, 60);
  const beside = [element.previousElementSibling, element.nextElementSibling].filter(Boolean);
  const boxes = [...new Set([element, ...inside, ...beside])].filter(
    (part) => part === element || (holds(page.box(part), field) && isClose(page.box(part), field)),
  );
  return { outer, boxes, inside };
}

function isClose(box, field) {
  const { left, top, right, bottom } = field;
  return left - box.left < 60 && box.right - right < 60 && top - box.top < 30 && box.bottom - bottom < 30;
}

function holds(box, field) {
  const { left, top, right, bottom } = field;
  return box.left <= left + 2 && box.right >= right - 2 && box.top <= top + 2 && box.bottom >= bottom - 2;
}

/** Whether pictures, shadows, transparency or pseudo-elements draw what no style tells the colour of. */
function isDrawnOtherwise(page, element) {
  const style = page.style(element);
  if (style.backgroundImage !== "none" || style.borderImageSource !== "none" || style.filter !== "none") return true;
  if (style.opacity !== "1" || style.boxShadow !== "none" || style.clipPath !== "none") return true;
  if (style.maskImage !== "none" || style.mixBlendMode !== "normal") return true;
  return ["::before", "::after"].some((name) => !/^(none|normal|)$/.test(getComputedStyle(element, name).content));
}

/** Return the contrast of the one icon in a control without text; null where that cannot be told. */
function iconContrast(page, color, element) {
  const icon = onlyIcon(page, element);
  const back = icon ? groundOf(page, color, element) : null;
  const paint = back ? onlyPaint(page, icon) : null;
  if (!paint || !/^rgb/.test(paint.colour)) return null;
  const front = parse(color, paint.colour);
  front.alpha *= Number(paint.opacity);
  return color.getContrast(over(color, front, back), back);
}

/** Return the one icon that is all that can be seen in a control; null for none. */
function onlyIcon(page, element) {
  const [icon, ...others] = element.querySelectorAll("svg");
  if (others.length || element.querySelector("img, canvas, video, i") || !page.seen(icon)) return null;
  const parts = [...element.querySelectorAll("*"), element].filter((part) => !icon.contains(part) && page.seen(part));
  if (parts.some(hasText) || icon.querySelector(UNREADABLE)) return null;
  for (let at = icon; at && at !== page.parent(element); at = page.parent(at))
    if (isDrawnOtherwise(page, at)) return null;
  return icon;
}

function hasText(element) {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
}

/** Return the colour behind the icon of a control, null where it cannot be told. */
function groundOf(page, color, element) {
  const fill = parse(color, page.style(element).backgroundColor);
  if (fill.alpha === 1) return fill;
  const under = backgroundOf(color, page.parent(element));
  return under && over(color, fill, under);
}

/** Return the colour and opacity that all shapes of an icon are painted with; null for several, and for none. */
function onlyPaint(page, icon) {
  const paints = new Set();
  for (const shape of icon.querySelectorAll(SHAPES)) {
    const style = page.style(shape);
    if (style.visibility !== "visible" || style.display === "none" || shape.closest("defs, clipPath, symbol")) continue;
    if (style.opacity !== "1" || shape.closest("g")?.getAttribute("opacity")) return null;
    if (style.fill !== "none" && style.fillOpacity !== "0") paints.add(`${style.fill}|${style.fillOpacity}`);
    if (style.stroke !== "none" && parseFloat(style.strokeWidth) > 0)
      paints.add(`${style.stroke}|${style.strokeOpacity}`);
  }
  if (paints.size !== 1) return null;
  const [colour, opacity] = [...paints][0].split("|");
  return { colour, opacity };
}

/** Return the colour behind an element, null where it cannot be told. */
function backgroundOf(color, element) {
  const found = element && color.getBackgroundColor(element);
  return found && found.alpha === 1 ? found : null;
}

function parse(color, words) {
  const parsed = new color.Color();
  parsed.parseString(words);
  return parsed;
}

/** Return a colour as it shows over another. */
function over(color, front, back) {
  return front.alpha === 1 ? front : color.flattenColors(front, back);
}
