// How an element and those beside it look, to tell what the focus changes.

/** The properties that are read of each. */
export const PROPERTIES = [
  "outlineStyle",
  "outlineWidth",
  "outlineColor",
  "outlineOffset",
  "boxShadow",
  "backgroundColor",
  "backgroundImage",
  "color",
  "textDecorationLine",
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "borderTopColor",
  "borderRightColor",
  "borderBottomColor",
  "borderLeftColor",
  "borderBottomStyle",
  "opacity",
  "visibility",
  "display",
  "transform",
  "filter",
  "fontWeight",
  "fontSize",
  "width",
  "height",
  "clipPath",
  "left",
  "top",
  "fill",
  "stroke",
  "content",
];

/**
 * Return the looks of an element, its parents, neighbours, labels and first children, three for each: the element and
 * its two pseudo-elements; null for what is not there. A look is a list of values of `PROPERTIES`.
 * @param {Element} element
 * @returns {(string[] | null)[]}
 */
export function read(element) {
  const found = [];
  for (const part of partsOf(element)) {
    if (!part || part === document.body || part === document.documentElement) found.push(null, null, null);
    else for (const pseudo of [null, "::before", "::after"]) found.push(look(part, pseudo));
  }
  return found;
}

function partsOf(element) {
  const around = [element.parentElement, element.parentElement?.parentElement];
  const beside = [element.nextElementSibling, element.previousElementSibling, ...(element.labels ?? [])];
  return [element, ...around, ...beside, ...[...element.children].slice(0, 4)];
}

function look(part, pseudo) {
  const style = getComputedStyle(part, pseudo);
  if (pseudo && (style.content === "none" || style.content === "normal")) return null;
  return PROPERTIES.map((name) => style[name]);
}
