({ page }) => {
  // An open dialog hides the rest on purpose.
  if (page.all("dialog, [role=dialog], [role=alertdialog], [aria-modal=true]").some((one) => page.seen(one))) return [];
  const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, "").length;
  const svg = page.all("svg text").map((element) => ({ element, words: element.textContent.replace(/\s+/g, " ").trim() }));
  const shown = [...page.texts, ...svg].filter(({ element }) => !element.closest("code, pre") && page.seen(element));
  if (shown.length > 5000) return [];
  // In the tree: text, names and descriptions, wherever they stand.
  const said = new Set();
  for (const { element, words } of [...page.texts, ...svg]) if (page.heard(element)) for (const word of page.plain(words).split(" ")) said.add(word);
  for (const element of page.all("[aria-label], [aria-labelledby], [alt], [title], [aria-description], svg title, svg desc"))
    if (page.heard(element)) for (const word of page.plain(`${page.name(element)} ${element.getAttribute("aria-description") || ""} ${element.getAttribute("title") || ""} ${element.textContent.length < 2000 ? element.textContent : ""}`).split(" ")) said.add(word);
  let all = 0;
  let lost = 0;
  let place = null;
  const missing = [];
  for (const { element, words } of shown) {
    all += letters(words);
    if (page.heard(element)) continue;
    const gone = page.plain(words).split(" ").filter((word) => word && !said.has(word));
    const count = gone.join("").length;
    if (count * 2 < letters(words)) continue; // the other layer says it
    lost += letters(words);
    missing.push(words);
    place ??= element;
  }
  if (!place || lost < 60) return [];
  const share = lost / all;
  const data = { percent: Math.round(share * 100), text: missing.join(" ").slice(0, 100) };
  // A player may offer a version for screen readers: then that has to be looked at.
  const VERSION = /accessib|screen ?reader|toegankelijk|schermlezer|barrierefrei|vorlese|lecteur d.écran/i;
  const other = page.all("button, a[href], [role=button], [role=switch], [role=checkbox], input").find((one) => page.heard(one) && VERSION.test(page.name(one)));
  if (other && share >= 0.1) return [{ element: place, message: "other-version", data: { ...data, name: page.name(other).slice(0, 80) } }];
  if (share >= 0.4) return [{ element: place, message: "lost", data }];
  return share >= 0.1 ? [{ element: place, message: "partly", data }] : [];
}
