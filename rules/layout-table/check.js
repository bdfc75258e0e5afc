({ page }) =>
  page
    .all("table[role=presentation], table[role=none]")
    .filter((table) => page.seen(table) && [...table.querySelectorAll("th, caption, [scope], [headers]")].some((one) => one.closest("table") === table && one.textContent.trim()))
    .map((element) => ({ element, message: "headers", data: { what: element.querySelector("caption") ? "caption" : "th" } }))
