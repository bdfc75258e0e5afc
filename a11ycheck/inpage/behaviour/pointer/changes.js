// What a press changed in this frame.
// @requires changes, dom, names, phrases, pressing, state, text, timing, visibility, words/status_messages
const DIALOG = "dialog[open], [role=dialog], [role=alertdialog]";
const NO_MESSAGE =
  "dialog, [role=dialog], [role=alertdialog], [role=tabpanel], [role=menu], [role=listbox], [role=tooltip], nav, " +
  "summary, details, label";
const MORE_THAN_A_MESSAGE = "input, select, textarea, ul, ol, table, h1, h2, h3, h4";
const LONGEST_MESSAGE = 160;

export default {
  /** Remember how the frame is now, before the element with this mark is pressed. */
  remember(mark) {
    a11y.changes.remember(a11y.state.marked(mark));
    return true;
  },

  /** Return what changed, as plain JSON (see `Press` in behaviour/types.py). `wait` is false for a quick look. */
  async readChanges(wait) {
    const { changes } = a11y;
    if (wait) await changes.settle(120, 1500);
    let compared = changes.compare();
    if (wait && !compared.outer.length && !compared.changed.length) {
      await changes.settle(350, 1500); // what waits for its own timer, or for the network
      compared = changes.compare();
    }
    const { outer, changed, gone } = compared;
    const { control, label, states, url } = a11y.state.state.remembered;
    const focus = a11y.pressing.focused();
    const now = changes.describe(control);
    return {
      came: outer.length,
      changed: changed.length,
      gone,
      moved: location.href.split("#")[0] !== url.split("#")[0],
      dialog: describeDialog(openedDialog(outer)),
      relabelled:
        Boolean(control?.isConnected) && (now.label !== label || now.accessibleStates.join() !== states.join()),
      kept: Boolean(control?.isConnected) && a11y.visibility.isVisible(control),
      focusIn: outer.some((element) => a11y.dom.includes(element, focus)),
      where: outer.length ? a11y.state.mark(outer[0]) : null,
      messages: messages([...outer, ...changed], focus, control),
    };
  },

  /** Whether what appeared is still there. */
  isOpen: () => a11y.changes.isFreshVisible(),

  /** Whether nothing is there that was not there when the frame was remembered. */
  isAsRemembered: () => !a11y.changes.compare().outer.length,

  settle: (quiet, most) => a11y.changes.settle(quiet, most),

  /** Resolve when the page was drawn again. */
  async drawn() {
    await a11y.timing.drawn(Infinity);
    return true;
  },
};

function openedDialog(outer) {
  const { texts } = a11y.state.state.remembered;
  for (const element of outer) {
    const inside = element.querySelector(DIALOG) ?? element.shadowRoot?.querySelector(DIALOG);
    const dialog = element.matches(DIALOG) ? element : inside;
    if (dialog && a11y.visibility.isVisible(dialog)) return dialog;
    const around = element.closest(DIALOG);
    if (around && !texts.has(around)) return around;
  }
  return null;
}

function describeDialog(dialog) {
  if (!dialog) return null;
  const modal =
    dialog.matches(":modal") || dialog.getAttribute("aria-modal") === "true" || dialog.closest("[aria-modal=true]");
  return {
    mark: a11y.state.mark(dialog),
    modal: Boolean(modal),
    name: a11y.names.visibleName(dialog).slice(0, 60),
    stops: a11y.pressing.tabStops(dialog).length,
  };
}

/** Return short texts that appeared, and whether they are announced. */
function messages(elements, focus, control) {
  const { includes, references } = a11y.dom;
  const heard = a11y.state.state.remembered.live;
  const spoke = a11y.changes.liveTexts().some((text) => !heard.includes(text));
  const controlled = control ? references(control, "aria-controls") : [];
  const rows = [];
  for (const element of elements.slice(0, 40)) {
    if (element === control || includes(control, element) || includes(element, control)) continue;
    const text = a11y.text.collapse(element.innerText ?? element.textContent);
    if (!text || text.length > LONGEST_MESSAGE || includes(element, focus)) continue;
    if (element.closest(NO_MESSAGE) || element.querySelector(MORE_THAN_A_MESSAGE)) continue;
    if (controlled.some((part) => includes(part, element))) continue;
    rows.push({
      mark: a11y.state.mark(element),
      text: text.slice(0, 100),
      live: isLive(element) || spoke || describesFocus(element, focus),
      words: a11y.phrases.mentionsPhrase(a11y.words.status_messages.words, text),
      classy: a11y.pressing.isNamedInCode(element, a11y.words.status_messages.codeNames),
    });
  }
  return rows.slice(0, 5);
}

function isLive(element) {
  return Boolean(element.closest(a11y.changes.LIVE) || element.querySelector(a11y.changes.LIVE));
}

/** Whether what has the focus refers to this element, which a screen reader then reads. */
function describesFocus(element, focus) {
  if (!focus) return false;
  const ids = `${focus.getAttribute("aria-describedby") ?? ""} ${focus.getAttribute("aria-errormessage") ?? ""}`;
  const root = element.getRootNode();
  return ids.split(/\s+/).some((id) => id && a11y.dom.includes(root.getElementById?.(id), element));
}
