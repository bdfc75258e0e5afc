// What is before the text of a page that has no heading, main part or skip link to jump to; asks whether another
// page of the site begins with it too. One row for each page that is asked, or one that asks nothing.
// @requires text
const { plain } = a11y.text;
const MOST = 2; // pages asked
const ONE_LINE = 40; // a shorter text, or fewer links, is no block that one wants to pass
const FEW = 4;
const LEAST_TEXT = 60;
const ASIDE = "nav, header, aside, footer, [role=navigation]";
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const FOLDS = "button, summary, [aria-expanded], a[href^='#']";

/** @type {FactMaker<"starts">} */
export default (_axe, { page }) => {
  if (window !== window.top || page.skips.length || hasWayPast(page)) return noRows();
  const text = page.texts.find(
    ({ element, words }) => words.length > LEAST_TEXT && page.heard(element) && !element.closest(ASIDE),
  );
  if (!text) return noRows();
  const before = page
    .all("a[href], nav, aside, [role=navigation]")
    .filter((one) => page.heard(one) && !one.contains(text.element))
    .filter((one) => one.compareDocumentPosition(text.text) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (before.length < 2) return noRows();
  const asked = otherPages(page).slice(0, MOST);
  const rows = (asked.length ? asked : [""]).map((ask) => ({ element: before[0], ask }));
  return Object.assign(rows, { alike: comparison(page, before) });
};

function noRows() {
  return Object.assign([], { alike: () => false });
}

function hasWayPast(page) {
  return (
    page.all(HEADINGS).some((one) => page.heard(one)) ||
    page.all("main, [role=main]").some((one) => page.heard(one)) ||
    page.all(FOLDS).some((one) => page.seen(one))
  );
}

function otherPages(page) {
  const here = location.href.split("#")[0];
  const links = page.all("a[href]").map((one) => one.href.split("#")[0]);
  return [...new Set(links.filter((href) => /^https?:/.test(href) && href !== here))];
}

/** Return a function that tells whether a page with this text begins in the same way. */
function comparison(page, before) {
  const blocks = before
    .filter((one) => one.matches(ASIDE))
    .map((one) => plain(one.innerText))
    .filter((said) => said.length >= ONE_LINE);
  const links = before.filter((one) => one.matches("a[href]")).map((one) => plain(page.name(one)));
  const names = [...new Set(links.filter(Boolean))];
  return (text) => {
    const there = plain(text.slice(0, 2000));
    return blocks.some((block) => there.includes(block)) || names.filter((name) => there.includes(name)).length >= FEW;
  };
}
