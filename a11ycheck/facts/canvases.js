// Canvases that take a good part of the window, what stands in for them, and how much text the frame has besides.
// @requires dom
const MOST_TEXT = 400; // more text than this need not be counted
const LEAST_SHARE = 0.05;
const OPERABLE = "button, a, input, select, textarea, [tabindex], [role], img[alt]";

/** @type {FactMaker<"canvases">} */
export default (axe) => {
  const found = axe.utils
    .querySelectorAll(axe._tree[0], "canvas")
    .filter((node) => axe.commons.dom.isVisibleOnScreen(node))
    .map((node) => ({ node, element: node.actualNode, box: node.actualNode.getBoundingClientRect() }))
    .filter(({ box }) => shareOfWindow(box) >= LEAST_SHARE);
  const text = found.length ? lengthOfText(axe) : 0;
  return found.map(({ node, element, box }) => ({
    element,
    share: shareOfWindow(box),
    text,
    front: isOnTop(element, box),
    // Whoever hides it says that it means nothing; whether that is so is for a person.
    hidden: !axe.commons.dom.isVisibleToScreenReaders(node) || element.matches("[role=presentation], [role=none]"),
    alternative: hasAlternative(element),
  }));
};

function lengthOfText(axe) {
  let length = 0;
  const walk = (nodes) => {
    for (const node of nodes) {
      if (length > MOST_TEXT) return;
      if (node.props.nodeType === 3) length += node.actualNode.data.trim().length;
      else if (!/^(canvas|script|style|noscript|template|title|head)$/.test(node.props.nodeName))
        if (axe.commons.dom.isVisibleToScreenReaders(node)) walk(node.children);
    }
  };
  walk(axe._tree);
  return length;
}

/** Small frames are judged by the screen: a quarter of an advertisement is not a quarter of what one sees. */
function shareOfWindow(box) {
  const whole = Math.max(innerWidth * innerHeight, Math.min(screen.width * screen.height, 1280 * 800));
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return width > 0 && height > 0 ? (width * height) / whole : 0;
}

/** Whether it is on top at most of nine points: not a moving background behind the lesson. */
function isOnTop(element, box) {
  let hits = 0;
  for (const x of [0.2, 0.5, 0.8])
    for (const y of [0.2, 0.5, 0.8]) {
      const hit = a11y.dom.elementAt(box.left + box.width * x, box.top + box.height * y);
      // A transparent layer that catches the mouse often lies over a game.
      if (hit === element || (hit && hit.parentNode === element.parentNode && !hit.textContent.trim())) hits++;
    }
  return hits >= 5;
}

function hasAlternative(element) {
  const figure = element.closest("figure");
  return (
    element.textContent.trim().length > 0 ||
    element.querySelector(OPERABLE) !== null ||
    ["aria-label", "title", "aria-description"].some((name) => (element.getAttribute(name) || "").trim()) ||
    ["aria-labelledby", "aria-describedby", "aria-details"].some((name) => a11y.dom.references(element, name).length) ||
    (figure !== null && figure.textContent.trim().length > 0)
  );
}
