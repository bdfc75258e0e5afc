({ narrow, page }) => {
  const rows = narrow.filter(({ at, what, element }) => element && (at === "zoomed" ? what === "over" || what === "edge" : what === "scaled"));
  if (!rows.length) return [];
  const LARGER = /zoom|text size|font size|larger text|bigger|enlarge|magnif|tekstgrootte|lettergrootte|vergroot|grotere (tekst|letters)|schriftgr|vergrößer|taille|agrandir|^a ?\+$/i;
  const helped = page.all("button, a[href], select, input, [role=button], [role=slider], [role=menuitem]").some((one) => LARGER.test(page.name(one)) && page.seen(one));
  const LARGE = 36; // pixels of a line: already twice as large as most text
  return rows
    .filter(({ what }) => what !== "scaled" || !helped)
    .map(({ element, what, text, other = "", from = "", share = "", picture }) => ({
      element,
      message: what !== "scaled" ? what : from > LARGE ? "stays-large" : "stays-small",
      data: { text, other, share },
      picture: what === "scaled" ? "" : picture,
    }));
}
