// Questions on a screen: answer them as a learner does, and read what the page says about the answer.
// @requires controls, dom, names, phrases, timing, visibility, words/answer_feedback, words/course_controls

const BUTTONS = "button, input[type=button], input[type=submit], [role=button], a, [onclick]";
const SEARCH = /search|zoek|such|recherch/i;

/** @satisfies {ThisType<ExploreScripts>} */
export default {
  /**
   * Return the sets of questions, each with the element around it, its groups of options, and the button that checks
   * the answers. A group of options is one question; a text field is a group by itself.
   */
  questions() {
    const sets = new Map();
    for (const options of groups()) {
      const isChoice = isRadio(options[0]);
      if (isCheckbox(options[0]) && options.length < 2) continue;
      const { around, button } = findChecker(options);
      if (!button && !isChoice) continue;
      const set = sets.get(around) ?? { around, button, groups: [] };
      set.groups.push(options);
      sets.set(around, set);
    }
    return [...sets.values()].slice(0, 12);
  },

  /** Answer a set of questions in the way `turn`; return the verdict of the page, and what its new text is. */
  async answer([number, turn]) {
    const set = this.questions()[number];
    if (!set) return null;
    if (turn) {
      pressRetry(set.around);
      await a11y.timing.pause(300);
    }
    const current = this.questions()[number];
    if (!current?.groups.some((options) => options.some((option) => !a11y.controls.isDisabled(option)))) return null;
    const before = this.visibleText();
    for (const options of current.groups) fill(options, turn);
    await a11y.timing.pause(150);
    const { button } = findChecker(current.groups[0]);
    if (button && a11y.controls.isDisabled(button)) return null;
    button?.click();
    for (let wait = 0; wait < 8; wait++) {
      await a11y.timing.pause(120);
      if (this.visibleText() !== before && wait > 1) break;
    }
    const old = new Set(before.split("\n"));
    const lines = this.visibleText().split("\n");
    const text = lines.filter((line) => !old.has(line)).join(" ");
    return { verdict: verdictOf(text), text: this.hash(text), changed: text !== "" };
  },
};

/** Return the visible fields and options of the document, in groups that ask one thing. */
function groups() {
  const found = new Map();
  const put = (key, option) => found.set(key, [...(found.get(key) ?? []), option]);
  const visible = (selector) => a11y.dom.all(selector).filter(isOffered);
  for (const option of visible("input[type=radio], [role=radio]")) {
    const named = option.name ? `radio ${option.name}` : option.parentElement?.parentElement;
    put(option.closest("[role=radiogroup]") ?? named, option);
  }
  for (const option of visible("input[type=checkbox], [role=checkbox]")) {
    if (option.closest("nav, aside, header, footer")) continue;
    put(option.closest("fieldset, [role=group], ul, ol, form") ?? option.parentElement?.parentElement, option);
  }
  for (const field of visible("select, textarea, input:not([type]), input[type=text], input[type=number]")) {
    const isSearch = SEARCH.test(field.name + field.id + field.placeholder);
    if (field.readOnly || field.closest("nav, [role=search], header, aside") || isSearch) continue;
    put(field, field);
  }
  return found.values();
}

/** Whether an option is visible, or has a visible label. */
function isOffered(option) {
  return a11y.visibility.isVisible(option) || [...(option.labels ?? [])].some(a11y.visibility.isVisible);
}

function kindOf(option) {
  return option.type ?? option.getAttribute("role");
}

function isRadio(option) {
  return /radio/.test(kindOf(option));
}

function isCheckbox(option) {
  return /checkbox/.test(kindOf(option));
}

/** Return "right" or "wrong" when a text says so, "" otherwise. */
function verdictOf(text) {
  const { wrong, right } = a11y.words.answer_feedback;
  if (a11y.phrases.mentionsPhrase(wrong, text)) return "wrong";
  return a11y.phrases.mentionsPhrase(right, text) ? "right" : "";
}

/** Return the smallest element around these options that has a button to check them, and that button, null for none. */
function findChecker(options) {
  let around = options[0].parentElement;
  while (around?.parentElement && !options.every((option) => around.contains(option))) around = around.parentElement;
  for (let at = around, up = 0; at && up < 8; up++, at = at.parentElement) {
    const button = [...at.querySelectorAll(BUTTONS)].find((one) => isCheck(one) && !options.includes(one));
    if (!button) continue;
    const sendsAway = /^https?:/.test(button.form?.getAttribute("action") ?? "");
    return sendsAway ? { around, button: null } : { around: at, button };
  }
  return { around, button: null };
}

function isCheck(button) {
  const { check } = a11y.words.course_controls;
  return a11y.visibility.isVisible(button) && a11y.phrases.startsWithPhrase(check, a11y.names.visibleName(button));
}

function pressRetry(around) {
  const buttons = [...around.querySelectorAll("button, [role=button], a, input[type=button]")];
  const isRetry = (button) =>
    a11y.visibility.isVisible(button) &&
    a11y.phrases.startsWithPhrase(a11y.words.course_controls.retry, a11y.names.visibleName(button));
  buttons.find(isRetry)?.click();
}

/** Give the answer of this turn: another option, another combination of boxes, another text. */
function fill(options, turn) {
  const [first] = options;
  if (first.localName === "select") {
    const last = first.options.length - 1;
    first.selectedIndex = Math.min(last, 1 + (turn % Math.max(1, last)));
  } else if (/^(input|textarea)$/.test(first.localName) && !/radio|checkbox/.test(first.type)) {
    a11y.controls.setValue(first, first.type === "number" || turn % 2 ? String(turn + 1) : "Robin");
    first.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (isCheckbox(first)) {
    tick(options, turn);
    return;
  } else {
    press(options[turn % options.length]);
    return;
  }
  first.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Tick one box, another one at each turn; all of them at the last. */
function tick(options, turn) {
  for (const [at, option] of options.entries()) {
    const wanted = turn === 3 || at === turn % options.length;
    const ticked = option.checked ?? option.getAttribute("aria-checked") === "true";
    if (ticked !== wanted) press(option);
  }
}

/** Click an option, or its label when only that is visible. */
function press(option) {
  const label = [...(option.labels ?? [])].find(a11y.visibility.isVisible);
  (a11y.visibility.isVisible(option) ? option : (label ?? option)).click();
}
