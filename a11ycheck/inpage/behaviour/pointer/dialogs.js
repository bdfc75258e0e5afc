// The focus in and around what a press opened, and how that is closed again.
// @requires controls, dom, names, phrases, pressing, state, visibility, words/opening_controls
const CONTROLS = "button, [role=button], input[type=button], a[href='#']";
const POPUPS = "[role=dialog], dialog[open], [role=menu], [role=listbox]";
const CROSS = /^[×✕✖xX]$/;

export default {
  /** Return where the focus is, seen from a dialog: "in", "out" or "nowhere"; `hidden` when it is covered. */
  focusFromDialog(mark) {
    const focus = a11y.pressing.focused();
    if (!focus) return { where: "nowhere", hidden: false };
    const isInside = a11y.dom.includes(a11y.state.marked(mark), focus) || focus.closest(POPUPS);
    if (isInside) return { where: "in", hidden: false };
    const { left, top, width, height } = focus.getBoundingClientRect();
    const front = document.elementFromPoint(left + width / 2, top + height / 2);
    const isCovered = front && !a11y.dom.includes(focus, front) && !a11y.dom.includes(front, focus);
    const hidden = width > 1 && height > 1 && Boolean(isCovered);
    return { where: "out", hidden, mark: a11y.state.mark(focus), html: focus.outerHTML.slice(0, 120) };
  },

  /** Give keys to this frame, as they go to a frame in which a person works. */
  focusWindow() {
    if (!document.hasFocus()) window.focus();
    return true;
  },

  /** Put the focus into a dialog, where a person who works in it would have it. */
  focusInside(mark) {
    a11y.pressing.tabStops(a11y.state.marked(mark))[0]?.focus({ preventScroll: true });
    return true;
  },

  /** Return the control that closes what appeared, or the first tab of a list of tabs; -1 for none. */
  findCloser(mark, kind, isPackage) {
    if (kind === "tab") return firstTab(a11y.state.marked(mark));
    for (const element of a11y.state.state.fresh ?? [])
      for (const control of a11y.dom.all(CONTROLS, element))
        if (canClose(control, isPackage)) return a11y.state.mark(control);
    return -1;
  },

  /** Click by script, where the mouse cannot be used: in a frame of another process. */
  clickByScript(mark) {
    a11y.state.marked(mark)?.click();
    return true;
  },

  /** Return where the focus is, seen from a control: "control", "other", "nowhere" or "gone". */
  focusFromControl(mark) {
    const focus = a11y.pressing.focused();
    const control = a11y.state.marked(mark);
    if (!control?.isConnected) return "gone";
    if (!focus) return "nowhere";
    const isThere = a11y.dom.includes(control, focus) || a11y.dom.includes(focus, control);
    return isThere ? "control" : "other";
  },

  /** Whether the focus is at a control or next to it. */
  isFocusNear(mark) {
    const focus = a11y.pressing.focused();
    const control = a11y.state.marked(mark);
    if (!focus || !control?.isConnected) return false;
    const stops = a11y.pressing.tabStops();
    return Math.abs(stops.indexOf(focus) - stops.indexOf(control)) <= 1;
  },
};

function firstTab(control) {
  const first = control?.closest("[role=tablist]")?.querySelector("[role=tab]:not([aria-disabled=true])");
  return first && first !== control ? a11y.state.mark(first) : -1;
}

function canClose(control, isPackage) {
  const name = a11y.names.visibleName(control);
  return (
    (saysClose(control, name) || CROSS.test(name.trim())) &&
    a11y.visibility.isVisible(control) &&
    !a11y.controls.isDisabled(control) &&
    !a11y.pressing.leadsAway(control) &&
    !a11y.pressing.reasonToLeave(control, name, { isPackage })
  );
}

function saysClose(control, name) {
  const { close } = a11y.words.opening_controls;
  if (!name) return /\b(close|dismiss|sluit)\b/.test(a11y.controls.codeNames(control));
  return a11y.phrases.isPhrase(close, name) || (name.length < 30 && a11y.phrases.startsWithPhrase(close, name));
}
