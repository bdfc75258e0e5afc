// Controls of this frame that may be pressed without harm.
// @requires controls, dom, names, phrases, pressing, state, visibility, words/opening_controls
const ANNOUNCING = "[aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false]), [popovertarget], [commandfor]";
const NOT_ANNOUNCING = "summary, select, input, textarea, [role=treeitem], [role=combobox], [role=tab]";
const BUTTONS = "button, [role=button], input[type=button], [data-bs-toggle], [data-toggle], [onclick]";
const NO_BUTTONS = "summary, [role=tab], html, body, form";
const COMPOSITE = "[role=menu], [role=listbox], [role=tablist], [role=grid], [role=toolbar]";
const CAROUSEL =
  "[aria-roledescription*=car i], [class*=carousel i], [class*=slider i], [class*=swiper], [class*=slick]";
const DOWN_LISTENERS = "[onmousedown], [onpointerdown], [ontouchstart]";
const MOST_HELD = 5;

export default {
  /**
   * Return the controls to press, each with its kind, and the names of those that are left alone, by reason.
   *
   * `announced`: the control says that it opens something; else only its words or its names in code say so. In a
   * package, what ends the course is its player's: nothing is said of it here.
   */
  pressableControls(isPackage) {
    const screen = { isPackage, found: new Map(), left: { words: new Set(), form: new Set(), ends: new Set() } };
    addDisclosures(screen);
    addAnnounced(screen);
    addGuessed(screen);
    addHeld(screen);
    const { found, left } = screen;
    return { controls: [...found.values()], left: { words: [...left.words], form: [...left.form] } };
  },
};

function add(screen, kind, element, announced) {
  const { isPackage, found, left } = screen;
  if (found.has(element) || a11y.controls.isDisabled(element) || !a11y.visibility.isVisible(element)) return;
  const name = a11y.names.visibleName(element).slice(0, 60);
  const reason = a11y.pressing.reasonToLeave(element, name, { isPackage, unfolds: announced });
  if (reason) left[reason].add(name);
  else found.set(element, describe(kind, element, announced));
}

function describe(kind, element, announced) {
  return {
    kind,
    name: a11y.names.visibleName(element).slice(0, 60),
    announced,
    mark: a11y.state.mark(element),
    said: a11y.pressing.announcedStates(element),
  };
}

function addDisclosures(screen) {
  for (const summary of a11y.dom.all("details:not([open]) > summary")) add(screen, "details", summary, true);
  for (const tab of a11y.dom.all("[role=tab]:not([aria-selected=true])"))
    if (tab.closest("[role=tablist]")?.querySelector("[aria-selected=true]")) add(screen, "tab", tab, true);
}

function addAnnounced(screen) {
  for (const element of a11y.dom.all(ANNOUNCING))
    if (!element.matches(NOT_ANNOUNCING) && !a11y.pressing.leadsAway(element))
      add(screen, openedKind(element), element, true);
}

function openedKind(element) {
  const popup = element.getAttribute("aria-haspopup") ?? "";
  if (popup === "dialog" || /modal/.test(element.getAttribute("command") ?? "")) return "dialog";
  const isMenu = /menu|true|listbox|tree|grid/.test(popup) || element.closest("header, nav, [role=menubar]");
  return isMenu ? "menu" : "opened";
}

/** Add the next step of carousels, and buttons that only their words or their names in code give away. */
function addGuessed(screen) {
  const { opening_controls: opening } = a11y.words;
  const { isPackage, found, left } = screen;
  for (const button of a11y.dom.all(BUTTONS)) {
    if (found.has(button) || a11y.pressing.leadsAway(button) || button.matches(NO_BUTTONS)) continue;
    if (button.closest(COMPOSITE)) continue;
    const name = a11y.names.visibleName(button);
    const visible = a11y.visibility.isVisible(button);
    const reason = visible && a11y.pressing.reasonToLeave(button, name, { isPackage });
    if (reason) left[reason].add(name.slice(0, 60));
    if (reason || !visible) continue;
    if (button.hasAttribute("aria-pressed") || button.getAttribute("aria-expanded") === "true") continue;
    const says = (phrases, codeNames) =>
      a11y.phrases.startsWithPhrase(phrases, name) || a11y.pressing.isNamedInCode(button, codeNames);
    if (button.closest(CAROUSEL)) {
      if (says(opening.next, opening.next)) add(screen, "carousel", button, true);
    } else if (name && says(opening.names, opening.codeNames)) add(screen, "opened", button, false);
  }
}

/** Add what acts when the mouse goes down: it is pressed and released beside it, which makes no click. */
function addHeld({ isPackage, found }) {
  const canBeHeld = (element) =>
    !found.has(element) &&
    element.matches("a, button, [role=button], [role=link], [onclick]") &&
    !a11y.controls.isDisabled(element) &&
    a11y.visibility.isVisible(element) &&
    !a11y.pressing.reasonToLeave(element, a11y.names.visibleName(element), { isPackage });
  const held = a11y.dom.all(DOWN_LISTENERS).filter(canBeHeld);
  for (const element of held.slice(0, MOST_HELD)) found.set(element, describe("held", element, true));
}
