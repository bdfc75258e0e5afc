// What may show something when the mouse is on it, and what it showed.
// @requires changes, controls, dom, names, pressing, state, text, visibility
const LIKELY =
  "[aria-describedby], [data-tooltip], [data-tippy-content], [data-bs-toggle=tooltip], [data-toggle=tooltip], " +
  "[aria-haspopup], [onmouseover], [onmouseenter], [class*=tooltip], [class*=hover], abbr, nav li, " +
  "[role=menubar] > *";
const POSSIBLE = "button, a[href], [role=button], [tabindex='0'], svg[role=img], .info, .help, .glossary, dfn";
const MOST = 20;
const WIDEST = 0.8; // of the window

export default {
  /** Return what may show something; on a platform without commands, because some act on the mouse alone. */
  hoverTargets(isPackage) {
    const found = [];
    const add = (element) => {
      if (found.length < MOST && !found.includes(element) && canBeHovered(element)) found.push(element);
    };
    for (const element of a11y.dom.all(LIKELY))
      add(element.localName === "li" ? (element.querySelector("a, button") ?? element) : element);
    for (const element of a11y.dom.all(POSSIBLE))
      if (isPackage || a11y.pressing.reasonToLeave(element, a11y.names.visibleName(element)) !== "words") add(element);
    return found.map((element) => ({
      mark: a11y.state.mark(element),
      name: a11y.names.visibleName(element).slice(0, 60),
    }));
  },

  /** Return how what appeared begins, and the way there from the mouse; null when no text appeared. */
  hoverContent(mark) {
    const control = a11y.state.marked(mark);
    const { outer } = a11y.changes.compare();
    const content = outer.find((element) => textOf(element) && !a11y.dom.includes(element, control));
    if (!content) return null;
    a11y.state.state.fresh = [content];
    const from = control.getBoundingClientRect();
    const way = wayInto(content.getBoundingClientRect(), from.left + from.width / 2, from.top + from.height / 2);
    return { text: textOf(content).slice(0, 80), way };
  },
};

function canBeHovered(element) {
  if (!a11y.visibility.isVisible(element) || a11y.controls.isDisabled(element)) return false;
  return element.getBoundingClientRect().width < innerWidth * WIDEST;
}

function textOf(element) {
  return a11y.text.collapse(element.innerText ?? element.textContent);
}

/** Return two points relative to (x, y): the nearest in a box, since a hand goes straight there, then its middle. */
function wayInto(box, x, y) {
  const between = (value, least, most) => Math.min(Math.max(value, least), most);
  const nearest = [between(x, box.left + 3, box.right - 3), between(y, box.top + 3, box.bottom - 3)];
  const middle = [
    between(box.left + box.width / 2, 1, innerWidth - 2),
    between(box.top + Math.min(box.height / 2, 40), 1, innerHeight - 2),
  ];
  return [nearest, middle].map((point) => [point[0] - x, point[1] - y]);
}
