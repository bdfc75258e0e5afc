({ page }) => {
  const FOCUSABLE = "a[href], area[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex], [contenteditable]:not([contenteditable=false]), audio[controls], video[controls]";
  const modal = page.all("dialog, [popover]").find((one) => one.matches(":modal"));
  const stops = (inner) => [...inner.querySelectorAll(FOCUSABLE)].some((one) => one.tabIndex >= 0 && one.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && !one.closest("[inert]"));
  return page
    .all("iframe[tabindex], frame[tabindex]")
    .filter((element) => {
      if (element.tabIndex >= 0 || !page.seen(element) || element.closest("[inert]") || (modal && !modal.contains(element))) return false;
      if (element.clientWidth <= 1 || element.clientHeight <= 1) return false;
      try {
        return element.contentDocument ? stops(element.contentDocument) : false;
      } catch {
        return false;
      }
    })
    .map((element) => ({ element, message: "skipped" }));
}
