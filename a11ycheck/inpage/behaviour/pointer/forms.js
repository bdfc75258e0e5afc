// Forms that may be sent on a test account, empty or with values that cannot be right, and how they report errors.
// @requires changes, controls, dom, names, phrases, pressing, state, text, visibility
// @requires words/dangerous_controls, words/form_fields
const ERRORS =
  "[role=alert], [aria-invalid=true], [class*=error i], [class*=invalid i], [class*=danger i], [class*=warning i], " +
  "[class*=fout i], [class*=fehler i], [class*=erreur i]";
const NO_ERRORS = "form, body, main, input, select, textarea";
const PRIVATE = "[type=file], [type=password], [autocomplete^='cc-']";
const NOT_ASKED = /^(hidden|submit|button|reset|image|checkbox|radio|file)$/;
const MOST_FORMS = 2;
const LONGEST_ERROR = 500;

export default {
  /** Return forms with fields that must be filled in, where the browser itself does not stop them. */
  sendableForms() {
    const rows = [];
    for (const form of a11y.dom.all("form")) {
      const button = submitButton(form);
      const asked = requiredFields(form);
      if (!button || !asked.length || !maySend(form, button) || isStoppedByBrowser(form, button)) continue;
      rows.push({
        mark: a11y.state.mark(form),
        button: a11y.state.mark(button),
        name: (a11y.names.visibleName(button) || "…").slice(0, 60),
        method: form.method.toUpperCase(),
        address: new URL(form.getAttribute("action") || location.href, document.baseURI).href,
        asked: asked.length,
        key: keyOf(form),
      });
    }
    return rows.slice(0, MOST_FORMS);
  },

  /** Fill in one character where a known format is wanted; return those fields, [] when the form cannot be sent. */
  fillInWrong(mark) {
    const form = a11y.state.marked(mark);
    const wrong = form?.isConnected ? fieldsWithFormat(form) : [];
    if (!wrong.length) return [];
    for (const field of requiredFields(form)) if (!wrong.includes(field)) fill(field, acceptableValue(field));
    for (const field of wrong) fill(field, "?");
    if (!form.noValidate && !form.checkValidity()) return []; // the browser reports it
    return wrong.map((field) => ({ name: nameOf(field).slice(0, 60), hint: hintOf(field) }));
  },

  findForm(key) {
    const form = a11y.dom.all("form").find((each) => keyOf(each) === key);
    return form ? a11y.state.mark(form) : -1;
  },

  /** Return what a form says now (see `FormErrors` in behaviour/types.py); `anew` when it is in a new document. */
  async readErrors(mark, anew) {
    await a11y.changes.settle(150, 1500);
    const form = a11y.state.marked(mark);
    if (!form?.isConnected) return null;
    const places = errorPlaces(anew);
    const texts = [...new Set(places)].map(textOf).filter((text) => text && text.length < LONGEST_ERROR);
    const fields = requiredFields(form);
    const focus = a11y.pressing.focused();
    return {
      texts: texts.slice(0, 5).map((text) => text.slice(0, 100)),
      left: fields.length,
      named: fields.filter((field) => isReported(field, form, places, texts)).length,
      focus: Boolean(focus) && a11y.dom.includes(form, focus) && focus.matches("input, select, textarea"),
      invalid: a11y.dom.all("[aria-invalid=true]", form).length,
    };
  },
};

function submitButton(form) {
  const buttons = a11y.dom.all("button, input[type=submit]", form);
  return buttons.find(
    (each) => each.type === "submit" && a11y.visibility.isVisible(each) && !a11y.controls.isDisabled(each),
  );
}

function maySend(form, button) {
  if (button.hasAttribute("formaction") || form.querySelector(PRIVATE)) return false;
  const label = a11y.names.visibleName(button);
  const names = [label, form.getAttribute("aria-label"), form.id, form.className, form.action, form.name].join(" ");
  const heading = a11y.dom.all("h1, h2, h3, legend", form)[0]?.innerText ?? "";
  const isDangerous = (text) => a11y.phrases.mentionsPhrase(a11y.words.dangerous_controls.forms, text);
  if (isDangerous(a11y.text.splitCamelCase(names)) || isDangerous(heading)) return false;
  return new URL(form.action, document.baseURI).origin === location.origin;
}

/** Whether the browser reports the errors itself, or would send the form to another window. */
function isStoppedByBrowser(form, button) {
  const native = !form.noValidate && !button.formNoValidate && !form.checkValidity();
  return native || (form.target && form.target !== "_self");
}

function requiredFields(form) {
  const required = a11y.text.pattern("\\*|{required}", a11y.words.form_fields);
  const isRequired = (field) =>
    field.required || field.getAttribute("aria-required") === "true" || required.test(labelsOf(field));
  return a11y.dom
    .all("input, textarea, select", form)
    .filter((each) => !NOT_ASKED.test(each.type) && !each.value && a11y.visibility.isVisible(each) && isRequired(each));
}

/** Return the fields that want a known format, in which no single character is right. */
function fieldsWithFormat(form) {
  const format = a11y.text.pattern("\\b{formats}\\b", a11y.words.form_fields);
  const wantsFormat = (field) =>
    field.type !== "text" ||
    field.pattern ||
    /^(email|postal-code|bday|tel|url)$/.test(field.autocomplete) ||
    format.test(nameOf(field));
  return a11y.dom
    .all("input", form)
    .filter((field) => /^(text|email|tel|url)$/.test(field.type) && a11y.visibility.isVisible(field))
    .filter((field) => !a11y.controls.isDisabled(field) && !field.readOnly && wantsFormat(field));
}

function acceptableValue(field) {
  if (field.localName !== "select") return "test";
  return [...field.options].find((option) => option.value)?.value ?? "";
}

function fill(field, value) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

function labelsOf(field) {
  return [...(field.labels ?? [])].map((label) => label.innerText).join(" ");
}

function nameOf(field) {
  return a11y.text.collapse(labelsOf(field) || a11y.names.visibleName(field) || field.placeholder);
}

/** Return what stands at a field about how to fill it in. */
function hintOf(field) {
  const described = a11y.dom.references(field, "aria-describedby").map((element) => element.textContent);
  return a11y.text.collapse([labelsOf(field), field.placeholder, field.title, ...described].join(" "), 200);
}

/** Return what tells a form from others, in another document too. */
function keyOf(form) {
  return [...form.elements].map((field) => field.name || field.id).join();
}

function textOf(element) {
  return a11y.text.collapse(element.innerText ?? element.textContent);
}

/**
 * Return the elements that may say what is wrong: those that appeared, and in a new document those marked as errors.
 */
function errorPlaces(anew) {
  if (!anew) {
    const { outer, changed } = a11y.changes.compare();
    return [...outer, ...changed];
  }
  return a11y.dom.all(ERRORS).filter((each) => a11y.visibility.isVisible(each) && !each.matches(NO_ERRORS));
}

/** Whether an error is beside a field, tied to it, or names it. */
function isReported(field, form, places, texts) {
  const shown = [...(field.labels ?? [])].map(textOf).join(" ") || a11y.names.visibleName(field);
  const label = (shown || field.placeholder || field.name || "").replace(/[*:]/g, "").trim().toLowerCase();
  const isTied = ["aria-describedby", "aria-errormessage"].some((name) =>
    a11y.dom.references(field, name).some((element) => textOf(element)),
  );
  const isNamed = label && texts.some((text) => text.toLowerCase().includes(label));
  return isTied || isNamed || places.some((place) => textOf(place) && isBeside(place, field, form));
}

function isBeside(place, field, form) {
  const box = field.closest("p, li, div, fieldset, label, td");
  if (!box || box === form || box.querySelectorAll("input, select, textarea").length !== 1) return false;
  const neighbours = [place.previousElementSibling, place.nextElementSibling];
  return a11y.dom.includes(box, place) || neighbours.includes(box) || place.previousElementSibling === field;
}
