// For each of these places, whether its size says nothing: nobody can see it, it is only the cell around a control, the
// browser decides its size and no style of the page changes that, or it is large enough after all: together with its
// label, or because nothing lies on a square in its middle.
// @requires dom, layout, sheets
export default (places) => {
  const layout = a11y.layout.readLayout();
  const elements = places.map((place) => a11y.dom.find(place));
  const native = new Set(elements.filter((element) => element?.matches(NATIVE)));
  const exempt = elements.map((element) => {
    if (!element || holdsControl(element) || isUnseen(layout, element)) return true;
    return hasLargeLabel(layout, element) || hasSquare(layout, element);
  });
  const left = [...native].filter((element) => !exempt[elements.indexOf(element)]);
  const sizes = sizesOfBrowser(left);
  return elements.map((element, n) => exempt[n] || sizes.has(element));
};

const LEAST = 24;
const CELLS = "td, th, tr, [role=gridcell], [role=row], [role=columnheader], [role=rowheader]";
const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea";
const NATIVE = "button, input, select";
const AS_BROWSER = "{ all: revert !important; transition: none !important }";

function holdsControl(element) {
  return element.matches(CELLS) && element.querySelector(CONTROLS) !== null;
}

/** Whether an element is clipped away, transparent or no larger than a point: its label is what people press. */
function isUnseen(layout, element) {
  let opacity = 1;
  for (const each of a11y.dom.ancestors(element)) opacity *= Number(layout.style(each).opacity);
  const { width, height } = layout.box(element);
  return opacity < 0.05 || width <= 2 || height <= 2 || layout.isClippedAway(element);
}

/** Whether a label together with its control, which it touches, is large enough to be pressed. */
function hasLargeLabel(layout, element) {
  return [...(element.labels ?? [])].some((label) => {
    if (!a11y.dom.contains(label, element) && !areBeside(layout.box(label), layout.box(element))) return false;
    const [one, other] = [layout.box(label), layout.box(element)];
    const height = Math.max(one.bottom, other.bottom) - Math.min(one.top, other.top);
    const width = Math.max(one.right, other.right) - Math.min(one.left, other.left);
    return label.checkVisibility() && width >= LEAST && height >= LEAST;
  });
}

/** Whether a square of the least size in the middle of an element belongs to it and to nothing in front of it. */
function hasSquare(layout, element) {
  const { left, top, width, height } = layout.box(element);
  if (width < LEAST || height < LEAST) return false;
  const steps = [-0.48, 0, 0.48].map((part) => part * LEAST);
  const points = steps.flatMap((x) => steps.map((y) => [left + width / 2 + x, top + height / 2 + y]));
  return points.every(([x, y]) => {
    const hit = a11y.dom.elementAt(x, y);
    const control = hit && [...a11y.dom.ancestors(hit)].find((each) => each === element || each.matches(CONTROLS));
    return control === element;
  });
}

function areBeside(one, other) {
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  return across < 8 && down < 8;
}

/** Return those of these controls that have the size that the browser gives them, where they are too small. */
function sizesOfBrowser(elements) {
  const size = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return [width, height];
  };
  const own = elements.map(size);
  const roots = new Map();
  for (const element of elements) {
    const root = element.getRootNode();
    roots.set(root, [...(roots.get(root) ?? []), element]);
  }
  const restore = [...roots].map(([root, those]) => revertStyles(root, those));
  const plain = elements.map(size);
  for (const each of restore) each();
  const isSame = (n) => [0, 1].every((axis) => own[n][axis] >= LEAST || Math.abs(own[n][axis] - plain[n][axis]) < 0.6);
  return new Set(elements.filter((_, n) => isSame(n)));
}

/** Take away what a page styles of these elements of one root; return how to give it back. */
function revertStyles(root, elements) {
  const rules = (style) => elements.map((element) => `${a11y.dom.numberedPath(element)} ${style}`).join("\n");
  const { sheet, remove } = a11y.sheets.adopt(rules(AS_BROWSER), [root]);
  return () => {
    sheet.replaceSync(rules("{ transition: none !important }"));
    for (const element of elements) void getComputedStyle(element).width;
    remove();
  };
}
