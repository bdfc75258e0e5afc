// Things that a pointer can drag, where they are, and what beside them does the same.
// @requires controls, dom, names, phrases, state, visibility, words/opening_controls
const DRAGGABLE =
  "[draggable=true], [aria-grabbed], .ui-draggable, .ui-sortable-handle, [class*=draggable], [class*=drag-item], " +
  "[class*=sortable-item], [role=slider]:not(input)";
const BESIDE =
  "button, select, input:not([type=hidden]), [role=button], [role=listbox], [role=combobox], [role=menuitem], " +
  "[role=spinbutton], [contenteditable=true]";
// A map, a window and a line between two panes are dragged for other reasons.
const OTHER_REASONS = "a[href], html, body, canvas, svg, video, [role=separator], [class*=resiz], [class*=map]";
const OTHER_AREAS = "dialog, [role=dialog], [class*=titlebar], [class*=map], [class*=editor], [contenteditable=true]";
const MOST_ELEMENTS = 3000;
const MOST_GROUPS = 4;

export default {
  /** Return one thing of each group (see `Draggable` in behaviour/types.py). */
  draggables() {
    const groups = new Map();
    for (const element of [...a11y.dom.all(DRAGGABLE), ...withGrabCursor()]) {
      if (!a11y.visibility.isVisible(element) || a11y.controls.isDisabled(element)) continue;
      if (element.matches(OTHER_REASONS) || element.closest(OTHER_AREAS) || element.querySelector(DRAGGABLE)) continue;
      const group = groups.get(element.parentElement) ?? [];
      group.push(element);
      groups.set(element.parentElement, group);
    }
    const hasAlternative = a11y.dom.all("a[href], button, [role=button]").some(isAlternative);
    return [...groups].slice(0, MOST_GROUPS).map(([parent, items]) => ({
      mark: a11y.state.mark(items[0]),
      name: (a11y.names.visibleName(items[0]) || "…").slice(0, 60),
      slider: items[0].matches("[role=slider]"),
      n: items.length,
      beside: hasAlternative || hasControls(parent, items),
    }));
  },

  position(mark) {
    const element = a11y.state.marked(mark);
    const { left, top } = element.getBoundingClientRect();
    return { left, top, value: element.getAttribute("aria-valuenow") };
  },

  /** Whether the browser itself began to drag something since this was called last. */
  wasDragged() {
    const { state } = a11y.state;
    const dragged = state.dragged;
    state.dragged = false;
    if (dragged === undefined)
      document.addEventListener(
        "dragstart",
        (event) => {
          state.dragged = !event.defaultPrevented;
        },
        true,
      );
    return dragged === true;
  },

  /** Return the distance from the thumb of a slider to the middle of the longer part of its track; null for none. */
  trackOffset(mark) {
    const thumb = a11y.state.marked(mark);
    const own = thumb.getBoundingClientRect();
    let track = thumb.parentElement;
    while (track && track.getBoundingClientRect().width < own.width * 3) track = track.parentElement;
    if (!track || track === document.body) return null;
    const box = track.getBoundingClientRect();
    const middle = own.left + own.width / 2;
    return middle - box.left > box.right - middle ? (box.left - middle) / 2 : (box.right - middle) / 2;
  },
};

function withGrabCursor() {
  if (a11y.dom.all("*").length > MOST_ELEMENTS) return [];
  const grabs = (element) => /grab|^move$/.test(getComputedStyle(element).cursor);
  const elements = a11y.dom.all("div, li, span, td, img, button, label");
  return elements.filter((element) => grabs(element) && !grabs(element.parentElement ?? document.body));
}

/** Whether a control says that it offers another way than dragging. */
function isAlternative(control) {
  const { insteadOfDragging } = a11y.words.opening_controls;
  return (
    a11y.visibility.isVisible(control) &&
    a11y.phrases.mentionsPhrase(insteadOfDragging, a11y.names.visibleName(control))
  );
}

function hasControls(parent, items) {
  if (items.some((item) => item.matches("button, [role=button], [role=option]"))) return true;
  const hasOuter = parent?.parentElement && parent.parentElement !== document.body;
  const area = hasOuter ? parent.parentElement : (parent ?? document.body);
  return a11y.dom.all(BESIDE, area).some((each) => !items.includes(each) && a11y.visibility.isVisible(each));
}
