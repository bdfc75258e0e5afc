// Further states of a screen that a learner opens, one at a time, each named by its kind and its control: "tab: Bees".
// @requires controls, dom, names, phrases, timing, visibility, words/course_controls

const LONGEST_NAME = 60;
const EXPANDERS = "[aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false])";

/** @satisfies {ThisType<ExploreScripts>} */
export default {
  states() {
    return [...openers().keys()];
  },

  async enter(name) {
    const opener = openers().get(name);
    if (!opener) return false;
    // All that is visible, as one text.
    const appearance = () => this.look().parts.join() + marks().join();
    const before = appearance();
    const address = location.href;
    opener.click();
    for (let wait = 0; wait < 12; wait++) {
      await a11y.timing.pause(100);
      if (appearance() !== before && wait > 1) break;
    }
    return location.pathname === new URL(address).pathname && appearance() !== before;
  },

  /** Close what enter() opened: by its control, by Escape or by a button of the dialog; return whether it closed. */
  async leave(name) {
    const kind = name.split(":")[0];
    const label = name.slice(kind.length + 2);
    const isSame = (control) => a11y.names.visibleName(control).slice(0, LONGEST_NAME) === label;
    if (kind === "tab") return selectFirstTab(isSame);
    const isClosed = () => openers().has(name);
    const hasDialog = () => a11y.dom.all("dialog[open], [role=dialog]").some(a11y.visibility.isVisible);
    if (isClosed() && kind !== "flashcard" && !hasDialog()) return true;
    const keydown = new KeyboardEvent("keydown", { key: "Escape", code: "Escape", keyCode: 27, bubbles: true });
    (document.activeElement ?? document.body).dispatchEvent(keydown);
    await pause();
    this.closeDialog();
    await pause();
    const open = a11y.dom.all("details[open] > summary, [aria-expanded=true], [aria-haspopup]").find(isSame);
    if (open?.matches("summary, [aria-expanded=true]")) open.click();
    else if (kind === "flashcard") a11y.controls.visibleControls().find(isSame)?.click();
    await pause();
    return isClosed();
  },
};

/** Return the visible controls that open something, by the name of the state. */
function openers() {
  const found = new Map();
  const add = (kind, control) => {
    const name = `${kind}: ${a11y.names.visibleName(control).slice(0, LONGEST_NAME)}`.replace(/: $/, "");
    if (!found.has(name) && !a11y.controls.isDisabled(control)) found.set(name, control);
  };
  const visible = (selector) => a11y.dom.all(selector).filter(a11y.visibility.isVisible);
  for (const summary of visible("details:not([open]) > summary")) add("details", summary);
  for (const tab of visible("[role=tab][aria-selected=false]")) add("tab", tab);
  for (const control of visible(EXPANDERS)) {
    if (!control.matches("summary, select, input, [role=treeitem]")) add(kindOf(control), control);
  }
  for (const control of a11y.controls.visibleControls()) {
    if (control.hasAttribute("aria-expanded") || control.hasAttribute("aria-haspopup")) continue;
    const leadsAway = control.matches("a[href]:not([href^='#'])");
    if (!leadsAway && isTranscript(control) && a11y.names.visibleName(control).length < 40) add("transcript", control);
    const turns = /\b(flip|flashcard|flip card)\b/.test(a11y.controls.codeNames(control));
    if (turns && !control.closest("a[href]")) add("flashcard", control);
  }
  return found;
}

/** Return what a control with aria-expanded or aria-haspopup opens. */
function kindOf(control) {
  const popup = control.getAttribute("aria-haspopup") ?? "";
  if (isTranscript(control)) return "transcript";
  if (popup === "dialog") return "dialog";
  const isMenu = a11y.phrases.startsWithPhrase(a11y.words.course_controls.menu, a11y.names.visibleName(control));
  return isMenu || /menu|true/.test(popup) || control.closest("header, nav") ? "menu" : "opened";
}

function isTranscript(control) {
  return a11y.phrases.mentionsPhrase(a11y.words.course_controls.transcript, a11y.names.visibleName(control));
}

/** Return what is expanded, selected or open. */
function marks() {
  return a11y.dom
    .all("[aria-expanded], [aria-selected], details")
    .map((element) => `${element.ariaExpanded}${element.ariaSelected}${element.open}`);
}

async function selectFirstTab(isSame) {
  const tab = a11y.dom.all("[role=tab][aria-selected=true]").find(isSame);
  const first = tab?.closest("[role=tablist]")?.querySelector("[role=tab]");
  first?.click();
  await pause();
  return first?.getAttribute("aria-selected") === "true";
}

function pause() {
  return a11y.timing.pause(350);
}
