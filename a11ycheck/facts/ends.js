// Links that say the same and lead to different addresses: each pair asks what is at its ends.
// @requires dom, state, text
const { plain } = a11y.text;
const MOST = 3; // groups looked at
const LINKS = 1500;
// <span role="link" onclick="location='/there'">
const GOES = new RegExp(
  [
    String.raw`\blocation(?:\.href)?\s*=\s*(['"])([^'"]+)\1`,
    String.raw`\blocation\.(?:assign|replace)\(\s*(['"])([^'"]+)\3`,
    String.raw`\bwindow\.open\(\s*(['"])([^'"]+)\5`,
  ].join("|"),
);
const BLOCKS =
  "p, li, td, th, dd, dt, figcaption, blockquote, ul, ol, tr, table, div, section, article, nav, main, body";

/** @type {FactMaker<"ends">} */
export default (_axe, { page }) => {
  // Links in different surroundings matter to level AAA only: nothing is opened for them below it.
  const alone = "link-same-name-alone" in a11y.state.state.rules.checks;
  const rows = [];
  for (const [name, members] of linksByName(page)) {
    if (members.length < 2) continue;
    const first = members[0];
    const other = members.find(({ url }) => steady(url) !== steady(first.url));
    if (!other || rows.length / 2 >= MOST) continue;
    const [one, two] = [contextOf(first.element), contextOf(other.element)];
    // Same block, or blocks that say exactly the same: who reads the context is no wiser.
    const same = one.block === two.block && one.words === two.words;
    if (!same && !alone) continue;
    const pair = { name, label: page.name(first.element).slice(0, 100), pair: rows.length, same };
    rows.push({ element: first.element, ...pair, first: true, ask: first.url });
    rows.push({ element: other.element, ...pair, first: false, ask: other.url });
  }
  return Object.assign(rows, { differ });
};

function linksByName(page) {
  const groups = new Map();
  const links = page.all("a, area, [role=link]");
  if (links.length > LINKS) page.bounded = true;
  for (const element of links.slice(0, LINKS)) {
    if (page.role(element) !== "link" && !element.matches("a[href], area[href], [role=link]")) continue;
    if (element.localName === "a" && element.hasAttribute("role") && page.role(element) !== "link") continue;
    if (!page.heard(element)) continue;
    const name = plain(page.name(element));
    const url = address(element);
    if (!name || !/^https?:/.test(url)) continue;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push({ element, url });
  }
  return groups;
}

function address(element) {
  const href = element.getAttribute("href") ?? element.getAttribute("xlink:href");
  const goes = href === null && GOES.exec(element.getAttribute("onclick") || "");
  const found = href === null ? goes && (goes[2] || goes[4] || goes[6]) : href.trim();
  if (href === null && !found) return "";
  try {
    return new URL(found, element.baseURI).href;
  } catch {
    return "";
  }
}

/** Return an address without what names the same page in another way: index.html, a slash at the end. */
function steady(url) {
  return url.replace(/\/(index|default)\.(html?|php|aspx?)(?=$|[?#])/i, "/").replace(/\/(?=$|[?#])/, "");
}

/**
 * The words that a person gets with the link, without asking for more: its paragraph, list item or cell, its header.
 */
function contextOf(element) {
  // A block that holds nothing but the link tells nothing: then the next one around it.
  const tellsNothing = (block) =>
    block !== document.body &&
    plain(block.textContent) === plain(element.textContent) &&
    !block.querySelector("img[alt]:not([alt='']), svg, [aria-label]");
  let block = element;
  do block = block.parentElement?.closest(BLOCKS) || document.body;
  while (tellsNothing(block));
  const cell = element.closest("td, th");
  const described = a11y.dom
    .references(element, "aria-describedby")
    .map((one) => one.textContent)
    .join(" ");
  const list = element.closest("li")?.parentElement?.closest("li");
  const words = [
    described,
    element.getAttribute("title") || "",
    cell ? cell.closest("tr")?.textContent : "",
    list ? list.firstChild?.textContent : "",
  ];
  return { block, words: plain(words.join(" ")) };
}

/** Whether the ends of two links say different things: "yes", "no" or "unknown". */
function differ(one, two) {
  if (!one.answer || !two.answer) return "unknown";
  if (steady(one.answer.address) === steady(two.answer.address)) return "no";
  const [a, b] = [one, two].map(({ answer }) => plain(answer.text));
  if (a === b) return "no";
  // The same telephone number, in other words around it, serves the same purpose.
  const theirs = telephoneNumbers(two.answer);
  if ([...telephoneNumbers(one.answer)].some((number) => theirs.has(number))) return "no";
  const words = (text) => new Set(text.split(" "));
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared === Math.min(x.size, y.size) || shared / Math.max(x.size, y.size) >= 0.9 ? "unknown" : "yes";
}

function telephoneNumbers({ text }) {
  return new Set((text.match(/[\d()+][\d\s().+-]{6,}\d/g) || []).map((found) => found.replace(/\D/g, "")));
}
