// For each of these places, whether its link is told from the text around it by more than colour: a line below or
// around it, whatever draws it, a ground, a sign before or behind it, another kind of letters.
// @requires colours, dom
export default (places) => places.map((place) => isMarked(a11y.dom.find(place)));

const LEAST = 1.5; // contrast of a line with what is behind it
const SIGNS = "img, svg, i, canvas";
const LETTERS = ["fontStyle", "fontVariantCaps", "textTransform"];

function isMarked(element) {
  if (!element) return false;
  const ground = a11y.colours.backdrop(a11y.dom.parent(element));
  const parts = [element, ...element.querySelectorAll("*")].slice(0, 20);
  if (parts.some((part) => hasLines(getComputedStyle(part), ground))) return true;
  if (parts.some((part) => ["::before", "::after"].some((name) => isDrawn(getComputedStyle(part, name), ground))))
    return true;
  if ([...element.querySelectorAll(SIGNS)].some((sign) => isSign(sign))) return true;
  return hasOtherLetters(getComputedStyle(element), getComputedStyle(a11y.dom.parent(element)));
}

/** Whether a style draws a line or a ground that can be told from `ground`. */
function hasLines(style, ground) {
  const isSeen = (colour) => {
    const parsed = a11y.colours.parse(colour);
    return Boolean(parsed) && parsed[3] > 0.1 && a11y.colours.differ(parsed, [...ground, 1], ground, LEAST);
  };
  const line = style.textDecorationLine;
  if (line !== "none" && isSeen(style.textDecorationColor)) return true;
  for (const side of ["Top", "Right", "Bottom", "Left"])
    if (parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none")
      if (isSeen(style[`border${side}Color`])) return true;
  const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  if (hasOutline && isSeen(style.outlineColor)) return true;
  return shadows(style.boxShadow).some(isSeen) || isSeen(style.backgroundColor) || hasPicture(style);
}

/** Return the colours of the shadows that reach beyond, or into, their box. */
function shadows(boxShadow) {
  if (boxShadow === "none") return [];
  const each = boxShadow.split(/,(?![^(]*\))/).map((shadow) => shadow.trim());
  return each
    .filter((shadow) => /(^|\s)-?(?!0px)[\d.]+px/.test(shadow))
    .map((shadow) => /rgba?\([^)]*\)/.exec(shadow)?.[0]);
}

/** Whether a style has a background picture of some size: an underline that only the mouse draws has none before. */
function hasPicture({ backgroundImage, backgroundSize }) {
  if (backgroundImage === "none") return false;
  return backgroundSize.split(",").some((size) => !/(^|\s)0(px|%)?(\s|$)/.test(size.trim()));
}

function isDrawn(style, ground) {
  const { content, opacity, transform, width, height, display } = style;
  if (content === "none" || content === "normal" || display === "none" || Number(opacity) < 0.1) return false;
  if (style.visibility !== "visible" || isFlattened(transform) || isFlattened(`matrix(${style.scale})`)) return false;
  if (/[^\s"']/.test(content.replace(/^"(.*)"$/, "$1"))) return true;
  return parseFloat(width) !== 0 && (parseFloat(height) !== 0 || hasBorder(style)) && hasLines(style, ground);
}

function hasBorder(style) {
  return ["Top", "Bottom"].some((side) => parseFloat(style[`border${side}Width`]) > 0);
}

/** Whether a transform leaves nothing to be seen: scaleX(0) until the mouse comes. */
function isFlattened(transform) {
  const values =
    /^matrix\((.*)\)$/
      .exec(transform)?.[1]
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (values.length === 6) return values[0] * values[3] - values[1] * values[2] === 0;
  return values.some((value) => value === 0);
}

function isSign(sign) {
  const { width, height } = sign.getBoundingClientRect();
  return width > 4 && height > 4 && sign.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
}

function hasOtherLetters(own, around) {
  if (LETTERS.some((name) => own[name] !== around[name])) return true;
  const heavier = Math.abs(Number(own.fontWeight) - Number(around.fontWeight)) >= 200;
  const larger = Math.abs(parseFloat(own.fontSize) / parseFloat(around.fontSize) - 1) > 0.15;
  return heavier || larger;
}
