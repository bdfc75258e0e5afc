// What stands before the text of a page that has no heading, main part or skip link to jump to; asks whether another
// page of the site begins with it too. One row for each page that is asked, or one that asks nothing.
(axe, { page }) => {
  const MOST = 2; // pages asked
  const ONE_LINE = 40; // a shorter text, or fewer links, is no block that one wants to pass
  const FEW = 4;
  if (window !== window.top || page.skips.length) return [];
  const heading = page.all("h1, h2, h3, h4, h5, h6, [role=heading]").some((one) => page.heard(one));
  const main = page.all("main, [role=main]").some((one) => page.heard(one));
  const folds = page.all("button, summary, [aria-expanded], a[href^='#']").some((one) => page.seen(one));
  if (heading || main || folds) return [];
  const ASIDE = "nav, header, aside, footer, [role=navigation]";
  const text = page.texts.find(({ element, words }) => words.length > 60 && page.heard(element) && !element.closest(ASIDE));
  if (!text) return [];
  const stands = (one) => page.heard(one) && one.compareDocumentPosition(text.text) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(text.element);
  const before = page.all("a[href], nav, aside, [role=navigation]").filter(stands);
  if (before.length < 2) return [];
  const blocks = before.filter((one) => one.matches(ASIDE)).map((one) => page.plain(one.innerText)).filter((said) => said.length >= ONE_LINE);
  const names = [...new Set(before.filter((one) => one.matches("a[href]")).map((one) => page.plain(page.name(one))).filter(Boolean))];
  const here = location.href.split("#")[0];
  const links = page.all("a[href]").map((one) => one.href.split("#")[0]).filter((href) => /^https?:/.test(href) && href !== here);
  const asked = [...new Set(links)].slice(0, MOST);
  const rows = (asked.length ? asked : [""]).map((ask) => ({ element: before[0], ask }));
  // Whether a page whose text this is begins in the same way.
  rows.alike = (said) => {
    const there = page.plain(said.slice(0, 2000));
    return blocks.some((block) => there.includes(block)) || names.filter((name) => there.includes(name)).length >= FEW;
  };
  return rows;
}
