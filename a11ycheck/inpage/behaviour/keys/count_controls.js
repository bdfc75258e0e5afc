// How many controls of this frame are no text fields: with one of them something might be switched off.
// @requires visibility
const LANDMARKS = ["banner", "contentinfo", "main", "navigation", "region"];
const TEXTS = ["article", "form", "group", "heading", "img", "list", "listitem", "none", "presentation"];
const SILENT = new Set([...LANDMARKS, ...TEXTS, "alert", "status"]);
const FIELDS =
  "input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=image], [type=reset], [type=range]), " +
  "textarea";
const CONTROLS = "a[href], button, select, summary, input:not([type=hidden]), [role], [onclick]";

export default () => {
  const isControl = (element) =>
    a11y.visibility.isRendered(element) && !SILENT.has(element.getAttribute("role")) && !element.matches(FIELDS);
  return [...document.querySelectorAll(CONTROLS)].filter(isControl).length;
};
