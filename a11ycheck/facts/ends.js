// Links that say the same and lead to different addresses: each pair asks what stands at its ends.
// @requires state
(axe, { page }) => {
  const MOST = 3; // groups looked at
  const LINKS = 1500;
  // Links in different surroundings matter to level AAA only: nothing is opened for them below it.
  const ALONE = "link-same-name-alone" in a11y.state.state.rules.checks;
  const address = (element) => {
    const href = element.getAttribute("href") ?? element.getAttribute("xlink:href");
    if (href !== null) {
      try {
        return new URL(href.trim(), element.baseURI).href;
      } catch {
        return "";
      }
    }
    // <span role="link" onclick="location='/there'">
    const goes = /\blocation(?:\.href)?\s*=\s*(['"])([^'"]+)\1|\blocation\.(?:assign|replace)\(\s*(['"])([^'"]+)\3|\bwindow\.open\(\s*(['"])([^'"]+)\5/.exec(element.getAttribute("onclick") || "");
    const found = goes && (goes[2] || goes[4] || goes[6]);
    try {
      return found ? new URL(found, element.baseURI).href : "";
    } catch {
      return "";
    }
  };
  const steady = (url) => url.replace(/\/(index|default)\.(html?|php|aspx?)(?=$|[?#])/i, "/").replace(/\/(?=$|[?#])/, "");
  const groups = new Map();
  const links = page.all("a, area, [role=link]");
  if (links.length > LINKS) page.bounded = true;
  for (const element of links.slice(0, LINKS)) {
    if (page.role(element) !== "link" && !element.matches("a[href], area[href], [role=link]")) continue;
    if (element.localName === "a" && element.hasAttribute("role") && page.role(element) !== "link") continue;
    if (!page.heard(element)) continue;
    const name = page.plain(page.name(element));
    const url = address(element);
    if (!name || !/^https?:/.test(url)) continue;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push({ element, url });
  }
  // The words that a person gets with the link, without asking for more: its paragraph, list item or cell, its header.
  const context = (element) => {
    // A block that holds nothing but the link tells nothing: then the next one around it.
    let near = element;
    do near = near.parentElement?.closest("p, li, td, th, dd, dt, figcaption, blockquote, ul, ol, tr, table, div, section, article, nav, main, body") || document.body;
    while (near !== document.body && page.plain(near.textContent) === page.plain(element.textContent) && !near.querySelector("img[alt]:not([alt='']), svg, [aria-label]"));
    const table = element.closest("td, th");
    const described = page.refs(element, "aria-describedby").map((one) => one.textContent).join(" ");
    const list = element.closest("li")?.parentElement?.closest("li");
    return {
      block: near,
      words: page.plain(`${described} ${element.getAttribute("title") || ""} ${table ? table.closest("tr")?.textContent : ""} ${list ? list.firstChild?.textContent : ""}`),
      marked: Boolean(described || table || list),
    };
  };
  const rows = [];
  for (const [name, members] of groups) {
    if (members.length < 2) continue;
    const first = members[0];
    const other = members.find(({ url }) => steady(url) !== steady(first.url));
    if (!other || rows.length / 2 >= MOST) continue;
    const mine = context(first.element);
    const its = context(other.element);
    // Same block, or blocks that say exactly the same: who reads the context is no wiser.
    const same = mine.block === its.block && mine.words === its.words;
    if (!same && !ALONE) continue;
    rows.push({ element: first.element, name, label: page.name(first.element).slice(0, 100), pair: rows.length, same, first: true, ask: first.url });
    rows.push({ element: other.element, name, label: page.name(first.element).slice(0, 100), pair: rows.length - 1, same, first: false, ask: other.url });
  }
  // Whether two ends say different things: "yes", "no" or "unknown".
  rows.differ = (one, two) => {
    if (!one.answer || !two.answer) return "unknown";
    if (steady(one.answer.address) === steady(two.answer.address)) return "no";
    const [a, b] = [one, two].map(({ answer }) => page.plain(answer.text));
    if (a === b) return "no";
    // The same telephone number, in other words around it, serves the same purpose.
    const numbers = (answer) => new Set((answer.text.match(/[\d()+][\d\s().+-]{6,}\d/g) || []).map((found) => found.replace(/\D/g, "")));
    const theirs = numbers(two.answer);
    if ([...numbers(one.answer)].some((number) => theirs.has(number))) return "no";
    const words = (text) => new Set(text.split(" "));
    const [x, y] = [words(a), words(b)];
    const shared = [...x].filter((word) => y.has(word)).length;
    return shared === Math.min(x.size, y.size) || shared / Math.max(x.size, y.size) >= 0.9 ? "unknown" : "yes";
  };
  return rows;
}
