// How one finds the way on this page: title, language, headings, and the links and buttons that stand in its header,
// navigation and footer or that lead to help, contact, a statement, terms or a site map.
// @requires text, words/wayfinding
const { pattern, collapse } = a11y.text;
const WORDS = a11y.words.wayfinding;
const MOST = 400; // links
const MOST_HEADINGS = 60;
const LANDMARKS = {
  banner: "header",
  navigation: "navigation",
  contentinfo: "footer",
  complementary: "aside",
  search: "search",
};
const KINDS = Object.entries({
  statement: "\\b{statement}\\b|^{statementWhole}$",
  help: "^({beforeHelp})?{help}({afterHelp})?$",
  contact: "^{contact}$",
  chat: "\\b{chat}\\b",
  terms: "^{terms}$",
  sitemap: "^{sitemap}$",
}).map(([kind, template]) => ({ kind, words: pattern(template, WORDS, "") }));
const ADDRESSES = [
  {
    kind: "statement",
    address: pattern(
      "{accessibilityInAddress}-?({statementInAddress})?\\/?$|toegankelijkheidsverklaring\\.nl\\/register",
      WORDS,
      "",
    ),
  },
  { kind: "sitemap", address: /\/site-?map(\.html?|\.php)?\/?$/ },
];
const SEARCH_FIELDS = [
  "input[type=search]",
  "[role=searchbox]",
  "[role=search] input",
  "search input",
  "form[action*=search] input:not([type=hidden])",
  "form[action*=zoek] input:not([type=hidden])",
  "input[name=q]",
  "input[name=query]",
  "input[name=zoek]",
].join();
const SEARCH_NAME = pattern("\\b{searchField}\\b", WORDS);
const SEARCHES = pattern("^{searchControl}( .{0,30})?$", WORDS);

/** @type {FactMaker<"outline">} */
export default (_axe, { page }) => ({
  address: location.href.slice(0, 2000),
  language: (document.documentElement.getAttribute("lang") || "").trim().toLowerCase(),
  said: collapse(document.title, 120),
  headings: headings(page),
  links: links(page),
  search: hasSearch(page),
  length: page.texts.length,
  main: page
    .all("main a[href], [role=main] a[href]")
    .slice(0, MOST)
    .map((link) => String(link.href).slice(0, 2000)),
});

function headings(page) {
  return page
    .all("h1, h2, h3, [role=heading]")
    .filter((heading) => page.heard(heading))
    .slice(0, MOST_HEADINGS)
    .map((heading) => ({
      level: Number(heading.getAttribute("aria-level") || heading.localName[1]) || 2,
      name: collapse(page.name(heading) || heading.textContent, 120),
    }));
}

function links(page) {
  const found = [];
  const landmark = landmarks(page);
  for (const element of page.all("a[href], area[href], button, [role=link], [role=button]")) {
    if (found.length >= MOST) break;
    if (!page.heard(element)) continue;
    const to = element.href?.baseVal ?? element.href ?? "";
    if (/^javascript:/i.test(to) || /^#(?!!?\/)/.test(element.getAttribute("href") || "")) continue;
    const name = collapse(page.name(element), 120);
    const { role, name: of, within } = landmark(element);
    const kind = kindByName(name, to) || (role ? kindByAddress(to) : "");
    if (!role && !kind) continue;
    found.push({
      name,
      to: String(to).slice(0, 2000),
      role,
      of,
      within,
      kind,
      button: !to,
      repeats: page.seen(element),
    });
  }
  return found;
}

/** Return a function that gives the landmark around an element: its role, its name, the role of the one around it. */
function landmarks(page) {
  const landmark = page.once((element) => {
    for (let at = element; at; at = page.parent(at)) {
      const role = LANDMARKS[page.role(at)];
      if (role) return { role, name: page.name(at).slice(0, 80), within: landmark(page.parent(at)).role };
      if (page.role(at) === "main") break;
    }
    return { role: "", name: "", within: "" };
  });
  return landmark;
}

function kindByName(name, to) {
  if (/^mailto:[^@\s]+@/i.test(to)) return "mail";
  if (/^(tel|sms):/i.test(to)) return "phone";
  const said = name
    .toLowerCase()
    .replace(/[.:!?›»→]+$/, "")
    .trim();
  return KINDS.find(({ words }) => words.test(said))?.kind || "";
}

function kindByAddress(to) {
  const path = to.split(/[?#]/)[0].toLowerCase();
  return ADDRESSES.find(({ address }) => address.test(path))?.kind || "";
}

function hasSearch(page) {
  const fields = page
    .all(SEARCH_FIELDS)
    .concat(page.all("input:not([type]), input[type=text]").filter((field) => SEARCH_NAME.test(page.name(field))));
  if (fields.some((field) => page.heard(field))) return true;
  return page.all("a[href], button").some((one) => page.heard(one) && SEARCHES.test(page.name(one).trim()));
}
