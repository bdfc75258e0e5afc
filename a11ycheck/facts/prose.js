// What a page about accessibility, help or contact says, as plain JSON; null for any other page.
(axe, { page, outline }) => {
  const MOST = 20000;
  const ABOUT = {
    statement: /accessib|toegankelijk|barrierefrei/i,
    help: /(^|[^\p{L}])(help|hulp|hilfe|aide|support|ondersteuning|faq|helpdesk|servicedesk|klantenservice|kundenservice|veelgestelde|handleiding|manual|guide|contact|kontakt)([^\p{L}]|$)/iu,
  };
  const first = outline.headings.find(({ level }) => level === 1)?.name || "";
  const said = first || document.title;
  const path = location.pathname.replace(/\.\w+$|\/$/g, "").replace(/[-_.]/g, " ");
  // /help/password is about help; /accessibility/lesson-1 is a lesson.
  const named = { statement: `${said} ${path.split("/").pop()}`, help: `${said} ${path.replace(/\//g, " ")}` };
  const about = Object.keys(ABOUT).filter((kind) => ABOUT[kind].test(named[kind]));
  if (!about.length) return null;
  const BLOCKS = ["banner", "navigation", "contentinfo"];
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
  const here = (selector) => page.all(selector).filter((one) => page.heard(one) && !outside(one));
  return {
    about,
    words: words.slice(0, MOST),
    links: here("a[href]").slice(0, 200).map((one) => ({ name: page.name(one).slice(0, 120), to: String(one.href).slice(0, 2000), raw: (one.getAttribute("href") || "").slice(0, 200) })),
    form: here("form textarea, textarea").length > 0,
  };
}
