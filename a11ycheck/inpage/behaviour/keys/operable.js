// What in this frame responds to a click, and how the keyboard gets to it. `clicks` are marks of elements that listen
// for clicks themselves, `delegated` tells that the document listens for all; `isPackage` that the screen is one of a
// package.
//
// Returns rows by kind: "pointer" for what no key reaches, on it, inside it or around it; "dead" for stops that are no
// native controls, whose keys may do nothing; "sets" for items of which Tab reaches one, and arrow keys must reach the
// rest.
// @requires dom, names, phrases, pressing, state, text, visibility, words/course_controls
const NATIVE =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio, video, option, label, object, " +
  "embed, [contenteditable]:not([contenteditable=false])";
const COMPOSITE =
  "[role=tablist], [role=menubar], [role=menu], [role=listbox], [role=tree], [role=grid], [role=treegrid], " +
  "[role=radiogroup], [role=toolbar]";
const DEAD_ROLES = /^(button|link|checkbox|switch|img|menuitem|)$/;
const ITEMS = {
  tablist: "[role=tab]",
  menubar: "[role^=menuitem]",
  menu: "[role^=menuitem]",
  listbox: "[role=option]",
  tree: "[role=treeitem]",
  grid: "[role=gridcell], [role=rowheader], td, th, [role=row], tr, a, button",
  treegrid: "[role=gridcell], [role=row], td, tr, a, button",
  radiogroup: "[role=radio]",
  toolbar: "button, input, select, a[href], [role=button], [role=radio], [role=checkbox]",
};
const MOST = { elements: 60000, pointed: 20000, pointer: 60, dead: 40, sets: 20, values: 10, comboboxes: 6, words: 6 };
const LARGEST = 0.35; // of the window: what is larger is an area of the page

export default (clicks, delegated, isPackage) => {
  const page = readPage(clicks, delegated, isPackage);
  return { pointer: pointerOnly(page), dead: maybeDead(page), sets: sets(page) };
};

function readPage(clicks, delegated, isPackage) {
  const elements = [];
  for (const element of a11y.dom.elements(document.body ?? document)) {
    if (elements.length > MOST.elements) break;
    elements.push(element);
  }
  const stops = elements.filter(isStop);
  const hasPointerCursor = (element) => getComputedStyle(element).cursor === "pointer";
  const startsPointerCursor = (element) =>
    hasPointerCursor(element) && !hasPointerCursor(a11y.dom.parent(element) ?? document.body);
  return {
    elements,
    stops,
    delegated,
    isPackage,
    listening: new Set(clicks.map((mark) => a11y.state.marked(mark))),
    pointed: new Set(elements.length > MOST.pointed ? [] : elements.filter(startsPointerCursor)),
    stopNames: new Set(stops.map((stop) => plainName(stop)).filter(Boolean)),
  };
}

function isStop(element) {
  if (element.tabIndex < 0 || element === document.body || !element.checkVisibility()) return false;
  return element.hasAttribute("tabindex") || element.matches(NATIVE);
}

function isUsable(element) {
  const { width, height } = element.getBoundingClientRect();
  if (width <= 3 || height <= 3 || !a11y.visibility.isRendered(element)) return false;
  return !element.closest("[inert], [aria-disabled=true], [disabled]");
}

function nameOf(element) {
  return a11y.names.nameFrom(element, ["aria-label", "first reference", "text", "title", "picture"]);
}

function plainName(element) {
  return a11y.text.plain(nameOf(element), { compatible: false });
}

function row(page, element, more) {
  const classes = (each) => [...(each?.classList ?? [])].sort().join(".");
  const likeness = [element.localName, element.getAttribute("role"), classes(element), classes(element.parentElement)];
  return {
    mark: a11y.state.mark(element),
    html: element.outerHTML.slice(0, 120),
    name: nameOf(element).slice(0, 60),
    alike: likeness.join("|"),
    untouched: mustStay(page, element),
    ...more,
  };
}

/** Whether a control must not be pressed. In a package, what changes the screen is left to its player. */
function mustStay({ isPackage }, element) {
  const name = nameOf(element);
  if (!isPackage) return a11y.pressing.reasonToLeave(element, name) === "words";
  if (a11y.pressing.reasonToLeave(element, name, { isPackage }) === "ends") return true;
  const { next, back } = a11y.words.course_controls;
  const isShort = name.split(" ").length <= MOST.words;
  const movesOn = (phrases) =>
    (isShort && a11y.phrases.mentionsPhrase(phrases, name)) || a11y.pressing.isNamedInCode(element, phrases);
  return movesOn(next) || movesOn(back);
}

function pointerOnly(page) {
  const rows = [];
  for (const element of page.elements) {
    if (!respondsToClick(page, element) || !isOutOfReach(page, element)) continue;
    const name = plainName(element);
    if ((name && page.stopNames.has(name)) || hasTwin(page, element)) continue;
    rows.push(
      row(page, element, {
        kind: "pointer",
        beside: isBesideStop(page, element),
        words: /\p{L}{2}/u.test(name),
        own: page.listening.has(element),
      }),
    );
    if (rows.length >= MOST.pointer) break;
  }
  return rows;
}

/** Whether an element listens for clicks, or has `cursor: pointer` where something around it listens. */
function respondsToClick({ listening, pointed, delegated }, element) {
  if (listening.has(element)) return true;
  return pointed.has(element) && (delegated || [...a11y.dom.ancestors(element)].some((each) => listening.has(each)));
}

/** Whether no key reaches an element, what is in it, or what is around it. */
function isOutOfReach(page, element) {
  const { contains } = a11y.dom;
  if (element.matches(NATIVE) || isInControl(element) || !isUsable(element)) return false;
  if (isReachedByArrows(page, element) || element.closest("[aria-hidden=true]")) return false;
  if (page.stops.some((stop) => contains(element, stop))) return false;
  if (element.querySelector("label, iframe, video, audio, canvas")) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width * height > LARGEST * innerWidth * innerHeight) return false;
  const isInner = (other) => other !== element && contains(element, other) && isUsable(other) && !other.matches(NATIVE);
  return ![...page.listening, ...page.pointed].some(isInner);
}

function isInControl(element) {
  for (const each of a11y.dom.ancestors(element)) {
    if (each === document.body || each === document.documentElement) return false;
    if (each.matches(NATIVE) || (each.tabIndex >= 0 && each.hasAttribute("tabindex"))) return true;
  }
  return false;
}

function isReachedByArrows(page, element) {
  const set = element.closest(COMPOSITE);
  if (!set || set === element) return false;
  const lists = (combobox) =>
    ["aria-controls", "aria-owns"].flatMap((attribute) => a11y.dom.references(combobox, attribute));
  const isCombobox = (other) =>
    other.getAttribute("role") === "combobox" && lists(other).some((list) => list === set || list.contains(set));
  return (
    page.elements.some(isCombobox) ||
    element.getAttribute("tabindex") === "-1" ||
    set.hasAttribute("aria-activedescendant") ||
    (set.tabIndex >= 0 && set.hasAttribute("tabindex"))
  );
}

/** Whether a stop is at the same place, which is what a player's own layer for the keyboard looks like. */
function hasTwin({ stops }, element) {
  const box = element.getBoundingClientRect();
  const size = box.width * box.height;
  return stops.some((stop) => {
    const { left, top, right, bottom, width, height } = stop.getBoundingClientRect();
    const shared =
      Math.max(0, Math.min(right, box.right) - Math.max(left, box.left)) *
      Math.max(0, Math.min(bottom, box.bottom) - Math.max(top, box.top));
    return shared > 0.5 * Math.min(width * height, size) && width * height < 4 * size;
  });
}

function isBesideStop({ stops }, element) {
  const holdsStop = (other) =>
    other.matches("span, label, b, i, em, strong") && stops.some((stop) => a11y.dom.contains(other, stop));
  const others = [...(element.parentElement?.children ?? [])].filter((other) => other !== element);
  return others.some((other) => stops.includes(other) || holdsStop(other));
}

function maybeDead(page) {
  const { stops } = page;
  const holdsOther = (element) => stops.some((stop) => stop !== element && a11y.dom.contains(element, stop));
  return stops
    .filter((stop) => !stop.matches(NATIVE) && isUsable(stop) && DEAD_ROLES.test(stop.getAttribute("role") ?? ""))
    .filter((stop) => !stop.closest(COMPOSITE) && seemsToRespond(page, stop) && !holdsOther(stop))
    .slice(0, MOST.dead)
    .map((stop) => row(page, stop, { kind: "dead" }));
}

/** Whether something in, on or near a stop listens for clicks, or its role or its pointer says that it does. */
function seemsToRespond({ listening, delegated }, stop) {
  if ([...a11y.dom.ancestors(stop)].slice(0, 4).some((each) => listening.has(each))) return true;
  if ([...listening].some((each) => a11y.dom.contains(stop, each))) return true;
  if (delegated && getComputedStyle(stop).cursor === "pointer") return true;
  return /^(button|checkbox|switch)$/.test(stop.getAttribute("role") ?? "");
}

function sets(page) {
  const roleOf = (element) => element.getAttribute("role") ?? "";
  const composites = page.elements.filter((element) => element.matches(COMPOSITE) && isUsable(element));
  const values = page.stops.filter(
    (stop) => /^(slider|spinbutton)$/.test(roleOf(stop)) && !stop.matches("input") && isUsable(stop),
  );
  const comboboxes = page.stops.filter(
    (stop) => roleOf(stop) === "combobox" && !stop.matches("select") && isUsable(stop),
  );
  const single = (stop) => row(page, stop, { kind: "set", role: roleOf(stop), rest: 1, from: a11y.state.mark(stop) });
  return [
    ...composites.slice(0, MOST.sets).flatMap((set) => composite(page, set)),
    ...values
      .filter((stop) => stop.getAttribute("aria-readonly") !== "true")
      .slice(0, MOST.values)
      .map(single),
    ...comboboxes.slice(0, MOST.comboboxes).map(single),
  ];
}

/** Return a row for a set that has the focus itself, or of which Tab reaches some items and not all. */
function composite(page, set) {
  const role = set.getAttribute("role");
  const items = [...set.querySelectorAll(ITEMS[role])].filter(isUsable);
  const holdsStop = (item) => items.some((other) => other !== item && item.contains(other) && other.tabIndex >= 0);
  const off = items.filter((item) => item.getAttribute("tabindex") === "-1" && !holdsStop(item));
  const on = items.filter((item) => item.tabIndex >= 0 && (item.hasAttribute("tabindex") || item.matches(NATIVE)));
  const isStopItself = set.tabIndex >= 0 && set.hasAttribute("tabindex");
  const make = (rest, from) => [row(page, set, { kind: "set", role, rest, from: a11y.state.mark(from) })];
  if (isStopItself && items.length > 1 && !on.length) return make(items.length, set);
  return on.length && off.length ? make(off.length, on[0]) : [];
}
