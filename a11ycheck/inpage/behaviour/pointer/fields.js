// Fields that may be changed without harm, one of each kind in a form, and what it takes to change them back.
// @requires changes, commands, controls, dom, names, phrases, pressing, state, text, visibility
// @requires words/dangerous_controls, words/opening_controls
const KINDS = {
  select: "select:not([multiple]):not([size])",
  radio: "input[type=radio]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  text:
    "input:not([type]), input[type=text], input[type=search], input[type=tel], input[type=email], " +
    "input[type=number], input[type=url]",
};
const MOST = { select: 4, radio: 2, checkbox: 2, text: 3 };
const SECRET = /^(cc-|current-password|new-password)/;

export default {
  changeableFields(isPackage) {
    const rows = [];
    for (const [kind, selector] of Object.entries(KINDS)) {
      const groups = new Set();
      for (const field of a11y.dom.all(selector)) {
        if (groups.size >= MOST[kind]) break;
        const group = groupOf(kind, field);
        if (groups.has(group) || !canChange(kind, field) || (!isPackage && mayDoHarm(field))) continue;
        groups.add(group);
        const name = nameOf(field).slice(0, 60);
        rows.push({ mark: a11y.state.mark(field), kind, name, told: announcesChange(field) });
      }
    }
    return rows;
  },

  /** Put the focus on a field and remember its value; return what to type, or null when it does not get the focus. */
  async focusField(mark) {
    const field = a11y.state.marked(mark);
    if (!field?.isConnected) return null;
    field.focus({ preventScroll: false });
    await a11y.changes.settle(60, 400); // what the focus does is another question
    if (a11y.pressing.focused() !== field) return null;
    a11y.state.state.field = { field, value: field.value, checked: field.checked, group: checkedInGroup(field) };
    const isLast = field.localName === "select" && field.selectedIndex === field.options.length - 1;
    return { last: isLast, full: { number: "1", tel: "0" }[field.type] ?? "a" };
  },

  /** Return whether the field changed, and where the focus went. */
  async readFieldChange() {
    await a11y.changes.settle(120, 900);
    const { field, value, checked } = a11y.state.state.field;
    const focus = a11y.pressing.focused();
    const moved = focus && focus !== field && !a11y.dom.includes(field, focus) && field.isConnected;
    return {
      changed: field.value !== value || field.checked !== checked,
      to: moved ? focus.outerHTML.slice(0, 120) : "",
      where: moved ? a11y.state.mark(focus) : null,
      type: moved ? focus.localName : "",
    };
  },

  /** Set the old value where keys did not bring it back. */
  restoreField() {
    const { field, value, checked, group } = a11y.state.state.field;
    if (field.value !== value) field.value = value;
    if (field.checked !== checked) field.checked = checked;
    for (const other of group) other.checked = true;
    delete a11y.state.state.field;
    field.blur();
    return true;
  },
};

function groupOf(kind, field) {
  if (kind === "radio") return `${field.name}`;
  if (kind === "select") return field;
  return field.form ?? field.closest("form, fieldset, section, main") ?? field.name;
}

function canChange(kind, field) {
  if (field.disabled || field.readOnly || a11y.controls.isDisabled(field)) return false;
  if (!a11y.visibility.isVisible(field) || field.closest("[role=combobox]")) return false;
  return !(kind === "radio" && field.checked) && !(kind === "select" && field.options.length < 2);
}

/** Whether changing a field of a platform may do harm; its label does not count: it is an answer, and no command. */
function mayDoHarm(field) {
  const { dangerous_controls: dangerous } = a11y.words;
  const pays = (button) => a11y.phrases.mentionsPhrase(dangerous.payments, a11y.names.visibleName(button));
  return (
    (field.matches("[role=switch]") && a11y.commands.isCommand(nameOf(field))) ||
    a11y.pressing.isNamedInCode(field, dangerous.codeNames, "submit") ||
    (field.form && a11y.dom.all("button, input[type=submit]", field.form).some(pays)) ||
    SECRET.test(field.autocomplete ?? "")
  );
}

function nameOf(field) {
  const textOf = (label) =>
    [...label.childNodes].filter((part) => !part.contains(field)).map((part) => part.textContent);
  const labels = [...(field.labels ?? [])].map((label) => textOf(label).join(" ")).join(" ");
  return a11y.text.collapse(labels || a11y.names.visibleName(field) || field.placeholder || field.name);
}

/** Whether the page says, before a field is changed, what changing it does. */
function announcesChange(field) {
  const described = a11y.dom.references(field, "aria-describedby").map((element) => element.innerText);
  const around = field.closest("fieldset, form, p, section, div");
  const words = [nameOf(field), field.title, ...described, (around?.innerText ?? "").slice(0, 600)];
  return a11y.phrases.mentionsPhrase(a11y.words.opening_controls.announcements, words.join(" "));
}

function checkedInGroup(field) {
  if (field.type !== "radio" || !field.name) return [];
  const group = a11y.dom.all(`input[type=radio][name="${CSS.escape(field.name)}"]`);
  return group.filter((other) => other.checked);
}
