// How many things one can operate in this frame that are no text fields: with one of them something might be set.
() => {
  const SILENT = /^(alert|status|main|navigation|banner|contentinfo|img|heading|region|list|listitem|group|form|article|none|presentation)$/;
  const FIELD = "input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=image], [type=reset], [type=range]), textarea";
  const all = [...document.querySelectorAll("a[href], button, select, summary, input:not([type=hidden]), [role], [onclick]")];
  return all.filter((one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !SILENT.test(one.getAttribute("role") ?? "") && !one.matches(FIELD)).length;
}
