// How many controls of this frame are no text fields: with one of them something might be switched off.
// @requires visibility
const SILENT =
  /^(alert|status|main|navigation|banner|contentinfo|img|heading|region|list|listitem|group|form|article|none|presentation)$/;
const FIELDS =
  "input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=image], [type=reset], [type=range]), " +
  "textarea";
const CONTROLS = "a[href], button, select, summary, input:not([type=hidden]), [role], [onclick]";

export default () => {
  const isControl = (element) =>
    a11y.visibility.isRendered(element) && !SILENT.test(element.getAttribute("role") ?? "") && !element.matches(FIELDS);
  return [...document.querySelectorAll(CONTROLS)].filter(isControl).length;
};
