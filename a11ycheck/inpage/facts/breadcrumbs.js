// Returns the breadcrumbs of this page: name and address of each step, from course to activity, the page itself last;
// [] where it has none.
// @requires text, visibility, words/home_pages
const MOST = 12;
const LONGEST = 120;
const TRAILS = [
  "[itemtype*='BreadcrumbList' i]",
  ...["aria-label", "class", "id"].map((name) => `[${name}*='breadcrumb' i]`),
  "[aria-label*='kruimel' i]",
  "[class*='kruimel' i]",
];

export default () => {
  const home = a11y.text.pattern("^{words}$", { words: a11y.words.home_pages });
  for (const trail of document.querySelectorAll(TRAILS.join())) {
    const found = isSeen(trail) ? stepsOf(trail).slice(0, MOST) : [];
    if (!found.length) continue;
    const steps = found.map((step) => [textOf(step), linkOf(step)?.href ?? ""]);
    const last = linkOf(found.at(-1));
    const title = pageTitle();
    const isElsewhere = last && last.href !== location.href && !last.ariaCurrent;
    if (isElsewhere && steps.at(-1)[0] !== title) steps.push([title, location.href]);
    if (steps.length > 1 && home.test(steps[0][0])) steps.shift();
    return steps;
  }
  return [];
};

function isSeen(element) {
  return a11y.visibility.isRendered(element, { opacity: false }) && !element.closest("[aria-hidden=true]");
}

function textOf(element) {
  const line = element.innerText.replace(/\s+/g, " ");
  return line.replace(/^[\s/›»>|·•]+|[\s/›»>|·•]+$/g, "").slice(0, LONGEST);
}

function stepsOf(trail) {
  const items = [...trail.querySelectorAll("li")].filter((item) => !item.querySelector("li"));
  const steps = items.length ? items : [...trail.querySelectorAll("a[href], [aria-current]")];
  return steps.filter((step) => isSeen(step) && textOf(step));
}

function linkOf(step) {
  return step.matches("a[href]") ? step : step.querySelector("a[href]");
}

function pageTitle() {
  const heading = document.querySelector("main h1, h1");
  return (heading && textOf(heading)) || document.title.slice(0, LONGEST);
}
