// What can be seen in this frame, in numbers. Needs nothing of axe, so that waiting for a screen stays cheap.
// @requires text, visibility
const MOST_ELEMENTS = 20000;
const MOST_TEXT = 2000;
const MOST_WORDS = 200;
const SPINNER = /(^|[-_\s])(spinner|loader|loading|preloader|throbber|skeleton|progress)([-_\s]|$)/i;
const MEDIA = "img, svg, video, audio[controls], object, embed, canvas, iframe, input[type=image]";
const CONTROLS =
  "button, select, textarea, input:not([type=hidden]), a[href], [role=button], [role=link], summary, " +
  "[contenteditable], [tabindex]";
const CLIPPED_AWAY = /inset\(50%|rect\(0(px)?,? 0/;

/** @type {FactMaker<"rendered">} */
export default () => {
  const facts = {
    text: 0,
    words: "",
    media: 0,
    controls: 0,
    spinners: 0,
    backgrounds: 0,
    frames: 0,
    scripts: document.scripts.length,
    canvas: 0,
    width: innerWidth,
    height: innerHeight,
    elements: 0,
    bounded: false,
  };
  const root = document.documentElement;
  if (root?.matches("html")) walk(facts, placement(root), root, false);
  else if (root) facts.media = 1; // a picture, an SVG or XML shown by itself
  return facts;
};

/** Return a function that tells whether a box is at least so large, and stands where one can scroll to. */
function placement(root) {
  const right = Math.max(innerWidth, root.scrollWidth || 0);
  const bottom = Math.max(innerHeight, root.scrollHeight || 0);
  return (box, least) =>
    box.width >= least &&
    box.height >= least &&
    box.right > 0 &&
    box.bottom > 0 &&
    box.left < right &&
    box.top < bottom;
}

/** Count what stands in a node; `waiting`: it stands in something that says that it is loading. */
function walk(facts, isPlaced, root, waiting) {
  for (const node of root.childNodes) {
    if (facts.elements > MOST_ELEMENTS || facts.text > MOST_TEXT) {
      facts.bounded = true;
      return;
    }
    if (node.nodeType === 3) readText(facts, isPlaced, node, root.nodeType === 1 ? root : root.host);
    if (node.nodeType !== 1) continue;
    if (node.matches("audio, video") && !node.paused) facts.media += 1; // it is heard
    if (node.matches("script, style, noscript, template, head")) continue;
    facts.elements += 1;
    if (!a11y.visibility.isRendered(node, { visibility: false })) continue;
    const waits = waiting || isWaiting(node);
    if (getComputedStyle(node).visibility === "visible") count(facts, isPlaced, node, waits);
    if (node.matches("svg")) continue;
    if (node.shadowRoot) walk(facts, isPlaced, node.shadowRoot, waits);
    walk(facts, isPlaced, node, waits); // what no slot shows has no boxes
  }
}

function isWaiting(element) {
  return (
    element.matches("[role=progressbar], progress") ||
    SPINNER.test(`${element.getAttribute("class") || ""} ${element.id || ""}`)
  );
}

function readText(facts, isPlaced, text, element) {
  const words = a11y.text.collapse(text.data);
  if (!words || !element) return;
  const range = document.createRange();
  range.selectNodeContents(text);
  if (![...range.getClientRects()].some((box) => isPlaced(box, 2))) return;
  const style = getComputedStyle(element);
  if (style.visibility !== "visible" || parseFloat(style.fontSize) < 2) return;
  if (CLIPPED_AWAY.test(style.clipPath + style.clip)) return;
  facts.text += words.length;
  if (facts.words.length < MOST_WORDS) facts.words = `${facts.words} ${words}`.trim().slice(0, MOST_WORDS);
}

function count(facts, isPlaced, element, waiting) {
  const box = element.getBoundingClientRect();
  const shows = isPlaced(box, 2);
  if (element.matches("iframe, frame")) facts.frames += shows ? 1 : 0;
  else if (element.matches(MEDIA) && shows) {
    if (waiting) facts.spinners += 1;
    else facts.media += 1;
    if (element.matches("canvas")) facts.canvas += (box.width * box.height) / (innerWidth * innerHeight || 1);
  } else if (waiting && shows) facts.spinners += 1;
  if (element.matches(CONTROLS) && shows && element !== document.body) facts.controls += 1;
  if (!waiting && isPlaced(box, 20) && getComputedStyle(element).backgroundImage.includes("url("))
    facts.backgrounds += 1;
}
