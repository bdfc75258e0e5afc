// Frames with a negative tabindex that hold something to operate: Tab does not get there.
// @requires visibility
const FOCUSABLE =
  "a[href], area[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), " +
  "textarea:not(:disabled), summary, [tabindex], [contenteditable]:not([contenteditable=false]), " +
  "audio[controls], video[controls]";

/** @type {Check<"page">} */
export default ({ page }) => {
  const modal = page.all("dialog, [popover]").find((layer) => layer.matches(":modal"));
  return page
    .all("iframe[tabindex], frame[tabindex]")
    .filter((frame) => frame.tabIndex < 0 && page.seen(frame) && !frame.closest("[inert]"))
    .filter((frame) => (!modal || modal.contains(frame)) && frame.clientWidth > 1 && frame.clientHeight > 1)
    .filter(hasStops)
    .map((element) => ({ element, message: "skipped" }));
};

/** Whether Tab would stop in a frame; false for one of another origin, which cannot be read. */
function hasStops(frame) {
  try {
    return [...(frame.contentDocument?.querySelectorAll(FOCUSABLE) ?? [])].some(
      (element) =>
        element.tabIndex >= 0 && a11y.visibility.isRendered(element, { opacity: false }) && !element.closest("[inert]"),
    );
  } catch {
    return false;
  }
}
