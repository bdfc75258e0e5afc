// What may lead to another page without being a link.
// @requires controls, dom, names, phrases, pressing, state, visibility, words/opening_controls
const SAYS =
  "[role=link], a:not([href]), [routerlink], [data-href], [data-url], [data-to], [data-route], " +
  "[onclick*='location'], [onclick*='navigate'], [onclick*='pushState']";
const STATES =
  "summary, select, input, textarea, form, body, html, [role=tab], [aria-expanded], [aria-haspopup], [aria-pressed], " +
  "[aria-checked], [aria-selected], [popovertarget], [commandfor]";
const WITHIN = "[role=menu], [role=toolbar], [role=dialog], dialog, form";
const LANDMARKS = "nav, header, footer, main, body, [role=navigation], [role=toolbar]";
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const MOST_BUTTONS = 8;
const MOST = 50;

export default {
  /**
   * Return what says that it leads somewhere, and buttons of cards; with `plain`, all buttons that say nothing else.
   */
  routeControls(plain) {
    const found = [];
    const known = new Map();
    let buttons = 0;
    for (const element of a11y.dom.all(`${SAYS}, button, [role=button]`)) {
      if (element.matches(STATES) || element.querySelector("a[href]") || a11y.pressing.leadsAway(element)) continue;
      if (a11y.controls.isDisabled(element) || !a11y.visibility.isVisible(element)) continue;
      const says = element.matches(SAYS);
      const isWanted = () => buttons < MOST_BUTTONS && (plain || isInCard(element, known)) && !element.closest(WITHIN);
      if (!says && !isWanted()) continue;
      const name = a11y.names.visibleName(element);
      if (!name || a11y.pressing.reasonToLeave(element, name)) continue;
      if (a11y.phrases.startsWithPhrase(a11y.words.opening_controls.names, name)) continue;
      if (!says) buttons += 1;
      found.push({ name, says, mark: a11y.state.mark(element) });
    }
    return found.slice(0, MOST);
  },
};

/** Whether an element is, or is in, one of several things that are built alike and each have content of their own. */
function isInCard(element, known) {
  for (let at = element, up = 0; at.parentElement && up < 6; at = at.parentElement, up += 1) {
    if (at.matches(LANDMARKS)) return false;
    if (cardsOf(at.parentElement, known).has(at)) return true;
  }
  return false;
}

function cardsOf(parent, known) {
  if (!known.has(parent)) {
    const kinds = new Map();
    for (const child of [...parent.children].slice(0, 100)) {
      const kind = [child, ...child.children].slice(0, 20).map((each) => each.localName);
      kinds.set(kind.join(" "), [...(kinds.get(kind.join(" ")) ?? []), child]);
    }
    const cards = [...kinds.values()].filter((alike) => alike.length > 1 && alike.every(hasContent));
    known.set(parent, new Set(cards.flat()));
  }
  return known.get(parent);
}

function hasContent(card) {
  const text = card.textContent.trim().length;
  return card.querySelector(HEADINGS) || text > 30 || (text > 3 && card.querySelector("img, picture"));
}
