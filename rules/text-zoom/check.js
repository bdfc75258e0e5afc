// Text that overlaps or is cut off when the page is zoomed, and text that does not grow with it.
// @requires text, words/text_size
const LARGER = a11y.text.pattern("{text_size}", a11y.words);
const CONTROLS = "button, a[href], select, input, [role=button], [role=slider], [role=menuitem]";
const LARGE = 36; // pixels of a line: already twice as large as most text

/** @type {Check<"narrow" | "page">} */
export default ({ narrow, page }) => {
  const rows = narrow
    .filter(({ element }) => element)
    .filter(({ at, what }) => (at === "zoomed" ? what === "over" || what === "edge" : what === "scaled"));
  if (!rows.length) return [];
  const hasSwitch = page.all(CONTROLS).some((control) => LARGER.test(page.name(control)) && page.seen(control));
  return rows
    .filter(({ what }) => what !== "scaled" || !hasSwitch)
    .map(({ element, what, text, other = "", from = "", share = "", picture }) => ({
      element,
      message: what !== "scaled" ? what : Number(from) > LARGE ? "stays-large" : "stays-small",
      data: { text, other, share },
      picture: what === "scaled" ? "" : picture,
    }));
};
