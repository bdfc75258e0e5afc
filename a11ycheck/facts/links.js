// Links in the accessibility tree: the name, the words that belong to them, and whether each says anything.
(axe, { page }) => {
  // Short on purpose: a phrase stands here when it is empty on any page. Not "continue", "go", "details", "download".
  const EMPTY = new Set(
    [
      "click here|click|here|click this link|click for more|go here|see here|press here|tap here",
      "read more|more|learn more|find out more|see more|read on|more info|more information",
      "this|link|this link|this page|follow this link",
      "klik hier|klik|hier|klik op deze link|hier klikken|klik hier voor meer|ga hierheen|zie hier|tik hier",
      "lees meer|lees verder|lees hier meer|lees hier verder|meer|meer lezen|verder lezen|meer info|meer informatie",
      "kom meer te weten|ontdek meer|deze|deze link|deze pagina|volg deze link",
      "hier klicken|klicken sie hier|klick|weiterlesen|mehr|mehr erfahren|mehr lesen|mehr infos|weitere informationen|dieser link",
      "cliquez ici|cliquer ici|ici|lire la suite|lire plus|en savoir plus|plus|plus d informations|voir plus|ce lien",
    ]
      .join("|")
      .split("|"),
  );
  // Which form the thing has, and not which thing it is.
  const FORMATS = new Set(
    "html|pdf|epub|doc|docx|word|ppt|pptx|powerpoint|xls|xlsx|excel|txt|mp3|mp4|zip|plain text|platte tekst|text version|csv|rtf|odt".split("|"),
  );
  const BLOCKS = "p, li, td, th, dd, dt, figcaption, caption, blockquote, h1, h2, h3, h4, h5, h6, label, summary";
  const LONGEST = 2000;

  const plain = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  // "This product": the words around it must say which.
  const POINTS = /^(this|that|these|those|the following|dit|dat|deze|die|dies(e[rs]?)?|ce(tte|s|t)?) (product|page|site|website|document|file|video|article|course|lesson|book|link|item|thing|text|map|section|cursus|les|pagina|artikel|bestand|boek|tekst|onderdeel|kurs|seite|datei|buch|cours|livre|fichier)$/;
  const says = (text) => {
    const words = plain(text);
    return words.replace(/[^\p{L}\p{N}]/gu, "").length > 2 && !EMPTY.has(words) && !FORMATS.has(words);
  };
  // Thousands of links may share a block: what does not depend on the link is worked out once.
  const once = (work) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) known.set(key, work(key));
      return known.get(key);
    };
  };
  const parent = (element) => element.parentElement || (element.getRootNode().host ?? null);
  const inline = (element) => /^(inline|contents|ruby)/.test(getComputedStyle(element).display);

  // Text of a block without what its links say; other blocks inside it are left out unless `deep`.
  const around = (block, deep) => {
    let text = "";
    const read = (node) => {
      if (text.length > LONGEST) return;
      if (node.nodeType === 3) text += node.data;
      if (node.nodeType !== 1) return;
      if (node !== block) {
        if (node.matches("a[href], [role=link], script, style, noscript, template")) return void (text += " ");
        if (!deep && !inline(node)) return void (text += " ");
        if (node.matches("img, svg, [role=img]")) text += ` ${node.getAttribute("alt") || node.getAttribute("aria-label") || ""} `;
      }
      for (const child of (node.shadowRoot || node).childNodes) read(child);
    };
    read(block);
    return text;
  };
  const aroundInline = once((block) => around(block, false));
  const aroundAll = once((block) => around(block, true));
  const described = (element) =>
    ["aria-describedby", "aria-labelledby"]
      .flatMap((name) => (element.getAttribute(name) || "").split(/\s+/))
      .map((id) => (id && element.getRootNode().getElementById?.(id)?.textContent) || "")
      .concat(element.getAttribute("aria-description") || "", element.getAttribute("title") || "")
      .join(" ");
  const headers = (cell) => {
    const table = cell.closest("table");
    if (!table) return "";
    const own = (cell.getAttribute("headers") || "").split(/\s+/).map((id) => id && cell.getRootNode().getElementById?.(id));
    // Which header belongs to which cell is not worked out: any header of its row or any column header may be its own.
    const row = cell.closest("tr");
    return own.map((header) => header?.textContent || "").join(" ") + headersIn(table) + (row ? headersIn(row) : "");
  };
  const headersIn = once((part) =>
    [...part.querySelectorAll("th, [role=columnheader], [role=rowheader]")]
      .slice(0, 100)
      .map((header) => ` ${header.textContent}`)
      .join(""),
  );
  // A heading just before the link, in the same part of the page, is a sufficient technique (H80).
  const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
  const follows = once((element) => {
    for (let before = element.previousElementSibling, n = 0; before && n < 6; before = before.previousElementSibling, n++)
      if (before.matches(HEADINGS) || before.querySelector(HEADINGS)) return true;
    return false;
  });
  const headed = (element) => {
    for (let at = element, steps = 0; at && steps < 5 && !at.matches("body, main"); steps++, at = parent(at))
      if (follows(at)) return true;
    return false;
  };
  const term = (element) => {
    let at = element;
    while (at && !at.matches("dt")) at = at.previousElementSibling;
    return at?.textContent || "";
  };
  // The link's own paragraph, list items or cell; a nearest block when there is none of these.
  const context = (element) => {
    let text = "";
    let nearest = true;
    for (let at = parent(element); at && !at.matches("body, main"); at = parent(at)) {
      const block = at.matches(BLOCKS);
      if (nearest && (block || !inline(at))) {
        text += ` ${block && !at.matches("li") ? aroundAll(at) : aroundInline(at)}`;
        nearest = false;
      } else if (at.matches("li, td, th")) text += ` ${at.matches("li") ? aroundInline(at) : aroundAll(at)}`;
      if (at.matches("td, th")) text += ` ${headers(at)}`;
      if (at.matches("dd")) text += ` ${term(at)}`;
      if (text.length > LONGEST) break;
    }
    if (nearest) text += ` ${aroundInline(document.body)}`;
    return text;
  };

  return page
    .all("a[href], area[href], [role=link]")
    .filter((element) => page.heard(element))
    .map((element) => {
      const name = page.name(element);
      const empty = EMPTY.has(plain(name)) || FORMATS.has(plain(name));
      // "More" that opens a menu is a button in the clothes of a link.
      const opens = element.matches("[aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], nav [aria-controls]");
      return {
        element,
        name: name.slice(0, 200),
        format: FORMATS.has(plain(name)),
        points: POINTS.test(plain(name)),
        empty: empty && !opens,
        alone: empty && !opens && !says(described(element)) && !says(context(element)),
        headed: empty && headed(element),
      };
    });
}
