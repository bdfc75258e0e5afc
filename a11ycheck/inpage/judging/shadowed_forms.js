// Whether a field hides a member of its form in this frame: `<input name="getAttribute">`. A name that a field had
// before hides it too, so the form is asked and not its fields.
// @requires dom
export default () => {
  const forms = a11y.dom.all("form");
  if (!forms.length) return false;
  const members = [];
  for (let at = HTMLFormElement.prototype; at; at = Object.getPrototypeOf(at))
    members.push(...Object.getOwnPropertyNames(at));
  return forms.some((form) => members.some((name) => Object.hasOwn(form, name)));
};
