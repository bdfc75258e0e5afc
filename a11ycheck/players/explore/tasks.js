// What a screen asks before it lets a learner go on, other than questions: do it as a learner would, one thing a call.
// @requires commands, controls, dom, names, phrases, timing, visibility, words/course_controls

const DIALOGS = "dialog[open], [role=dialog], [role=alertdialog], .modal, .popup, .swal2-popup, .ui-dialog";
const TEXT_FIELDS = "input[type=text], input:not([type]), input[type=email], textarea";

/** @satisfies {ThisType<ExploreScripts>} */
export default {
  /** Close or accept the dialog that lies over the screen; return "dialog", or "" when there is none. */
  closeDialog() {
    const { isVisible } = a11y.visibility;
    const isOpen = (dialog) => isVisible(dialog) && dialog.getAttribute("aria-hidden") !== "true";
    const top = a11y.dom.all(DIALOGS).filter(isOpen).pop();
    if (!top) return "";
    const buttons = [...top.querySelectorAll("button, [role=button], a, input[type=button], input[type=submit]")];
    const button = acceptingButton(buttons.filter(isVisible));
    button?.click();
    return button ? "dialog" : "";
  },

  /** Fill in a name, accept a rule, or play a film to its end; return "text", "accept", "media" or "" for nothing. */
  async doAsAsked() {
    return fillText() || acceptRule() || (await playMedia());
  },

  /** Whether this screen still asks something: an answer, or watching a film to its end. */
  asksSomething() {
    const media = a11y.dom.all("video, audio").filter((film) => a11y.visibility.isVisible(film));
    return media.some((film) => !film.ended && !film.loop) || this.questions().length > 0;
  },

  pressEscape() {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true }));
  },
};

function acceptingButton(buttons) {
  const { accept } = a11y.words.course_controls;
  const { isPhrase, startsWithPhrase } = a11y.phrases;
  const name = a11y.names.visibleName;
  const closes = (button) => /close|dismiss/.test(a11y.controls.codeNames(button));
  return (
    buttons.find((button) => isPhrase(accept, name(button))) ??
    buttons.find((button) => startsWithPhrase(accept, name(button)) || closes(button)) ??
    (buttons.length === 1 && !a11y.commands.endsCourse(name(buttons[0])) ? buttons[0] : null)
  );
}

function fillText() {
  for (const field of a11y.dom.all(TEXT_FIELDS)) {
    if (!a11y.visibility.isVisible(field) || field.value || field.readOnly) continue;
    if (field.closest("[role=search], nav")) continue;
    a11y.controls.setValue(field, field.type === "email" ? "robin@example.org" : "Robin");
    for (const name of ["input", "keyup", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    return "text";
  }
  return "";
}

/** Tick the box of a rule: the only one on the screen. */
function acceptRule() {
  const { isVisible } = a11y.visibility;
  const boxes = a11y.dom
    .all("input[type=checkbox]")
    .filter((box) => isVisible(box) || [...box.labels].some((label) => isVisible(label)));
  if (boxes.length !== 1 || boxes[0].checked || a11y.controls.isDisabled(boxes[0])) return "";
  boxes[0].click();
  return "accept";
}

/** Play a film or sound from just before its end. */
async function playMedia() {
  for (const film of a11y.dom.all("video, audio")) {
    if (film.ended || !Number.isFinite(film.duration) || film.duration < 0.2) continue;
    film.muted = true;
    try {
      await Promise.race([film.play(), a11y.timing.pause(400)]);
      film.currentTime = Math.max(0, film.duration - 0.1);
    } catch {
      continue;
    }
    await a11y.timing.pause(700);
    if (film.ended) return "media";
  }
  return "";
}
