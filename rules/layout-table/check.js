// Tables that say that they only arrange the page, and yet have headers.

/** @type {Check<"page">} */
export default ({ page }) =>
  page
    .all("table[role=presentation], table[role=none]")
    .filter((table) => page.seen(table) && hasHeaders(table))
    .map((element) => ({
      element,
      message: "headers",
      data: { what: element.querySelector("caption") ? "caption" : "th" },
    }));

function hasHeaders(table) {
  return [...table.querySelectorAll("th, caption, [scope], [headers]")].some(
    (part) => part.closest("table") === table && part.textContent.trim(),
  );
}
