// What a page about accessibility, help or contact says; null for any other page.
// @requires text, words/wayfinding
const { pattern } = a11y.text;
const MOST = 20000; // characters
const MOST_LINKS = 200;
const ABOUT = {
  statement: pattern("{aboutAccessibility}", a11y.words.wayfinding),
  help: pattern("(^|[^\\p{L}]){aboutHelp}([^\\p{L}]|$)", a11y.words.wayfinding, "iu"),
};
const BLOCKS = ["banner", "navigation", "contentinfo"];

/** @type {FactMaker<"prose">} */
export default (_axe, { page, outline }) => {
  const about = subjects(outline);
  if (!about.length) return null;
  const outside = page.once((element) => {
    for (let at = element; at; at = page.parent(at)) {
      if (page.role(at) === "main") return false;
      if (BLOCKS.includes(page.role(at))) return true;
    }
    return false;
  });
  let words = "";
  for (const text of page.texts) {
    if (words.length > MOST) break;
    if (page.heard(text.element) && !outside(text.element)) words += `${text.words} `;
  }
  const inText = (selector) => page.all(selector).filter((one) => page.heard(one) && !outside(one));
  const links = inText("a[href]")
    .slice(0, MOST_LINKS)
    .map((link) => ({
      name: page.name(link).slice(0, 120),
      to: String(link.href).slice(0, 2000),
      raw: (link.getAttribute("href") || "").slice(0, 200),
    }));
  return { about, words: words.slice(0, MOST), links, form: inText("form textarea, textarea").length > 0 };
};

/** /help/password is about help; /accessibility/lesson-1 is a lesson. */
function subjects(outline) {
  const title = outline.headings.find(({ level }) => level === 1)?.name || document.title;
  const path = location.pathname.replace(/\.\w+$|\/$/g, "").replace(/[-_.]/g, " ");
  const said = { statement: `${title} ${path.split("/").pop()}`, help: `${title} ${path.replace(/\//g, " ")}` };
  return Object.keys(ABOUT).filter((kind) => ABOUT[kind].test(said[kind]));
}
