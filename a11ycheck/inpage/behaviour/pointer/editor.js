// What inserts something into a text that is written here, and what is asked for then.
// @requires controls, dom, names, phrases, pressing, state, text, visibility, words/editor_controls
const CONTROLS = "button, [role=button], [role=menuitem], [role=menuitemcheckbox], [role=option], input[type=button]";
const SENDS = "[formaction], [type=submit]:not(button), [type=reset]";
const OPENS = "[aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false]), [popovertarget], [commandfor]";
const EDITABLE = "[contenteditable=''], [contenteditable=true]";
const NAMED =
  "input, select, textarea, button, [role], [contenteditable=true], label, legend, th, h1, h2, h3, h4, option";
const FIELDS =
  "input:not([type=hidden], [type=button], [type=submit]), select, textarea, [role=textbox], [role=combobox], " +
  "[role=checkbox], [role=switch], [contenteditable=true]";
const KINDS = ["picture", "table", "video"];

export default {
  /** Return the controls that insert something, the first of each kind, and "menu" for what may hold more of them. */
  insertControls() {
    const found = new Map();
    for (const control of a11y.dom.all(CONTROLS)) {
      if (a11y.controls.isDisabled(control) || a11y.pressing.leadsAway(control)) continue;
      if (!a11y.visibility.isVisible(control) || control.matches(SENDS)) continue;
      const name = a11y.names.visibleName(control);
      const kind = kindOf(name);
      if (!kind || found.has(kind)) continue;
      // Where a control says that it opens something, it is pressed with all others that do.
      const announced = control.matches(OPENS);
      found.set(kind, { kind, name: name.slice(0, 60), mark: a11y.state.mark(control), announced });
    }
    return [...KINDS, "menu"].filter((kind) => found.has(kind)).map((kind) => found.get(kind));
  },

  /** Put the focus into the text: some toolbars do nothing before. */
  beginWriting() {
    const texts = a11y.dom.all(`${EDITABLE}, [role=textbox][aria-multiline=true]`);
    const text = texts.find((element) => a11y.visibility.isVisible(element));
    text?.focus({ preventScroll: true });
    return Boolean(text);
  },

  /**
   * Return the names of the `fields` in what opened, and all `names` and headings there. A table that was inserted at
   * once may have header cells.
   */
  requestedFields() {
    const fields = [];
    const names = [];
    for (const part of (a11y.state.state.fresh ?? []).slice(0, 50)) {
      if (part.closest(EDITABLE) && (part.matches("th") || part.querySelector("th"))) names.push("header cell");
      const self = part.matches("input, select, textarea, button") ? [part] : [];
      for (const element of [...self, ...a11y.dom.all(NAMED, part)].slice(0, 300)) {
        if (!a11y.visibility.isVisible(element) && element.localName !== "option") continue;
        const isField = element.matches(FIELDS);
        const name = nameOf(element, isField);
        if (!name) continue;
        names.push(name);
        if (isField) fields.push(name);
      }
    }
    return { fields: [...new Set(fields)].slice(0, 40), names: [...new Set(names)].slice(0, 200) };
  },
};

function kindOf(name) {
  const { editor_controls: words } = a11y.words;
  if (!name || name.split(" ").length > 6 || a11y.phrases.mentionsPhrase(words.notInserted, name)) return "";
  const kind = KINDS.find((each) => a11y.phrases.mentionsPhrase(words[each], name));
  return kind ?? (a11y.phrases.isPhrase(words.menu, name) ? "menu" : "");
}

function nameOf(element, isField) {
  const given = isField ? fieldName(element) : "";
  return (given || a11y.names.visibleName(element)).slice(0, 80);
}

function fieldName(field) {
  const labels = [...(field.labels ?? [])].map((label) => label.innerText);
  const names = [field.getAttribute("aria-label"), ...labels, field.getAttribute("placeholder"), field.title];
  return a11y.text.collapse(names.find((name) => name?.trim()));
}
