({ page }) => {
  const SKIP = /^(skip|jump|go (directly )?to (the )?(main|content)|direct naar|ga (direct )?naar (de )?(inhoud|hoofdinhoud)|naar (de )?(inhoud|hoofdinhoud)|sla .* over|spring naar|zum (haupt)?inhalt|zur? (haupt)?(navigation|inhalt)|direkt zum|aller (directement )?au contenu|passer au contenu|accéder au contenu)/i;
  const links = page.all("a[href]").filter((one) => one.getAttribute("href").startsWith("#") && (page.heard(one) || page.seen(one)));
  const target = (link) => {
    const id = link.getAttribute("href").slice(1);
    let plain = id;
    try {
      plain = decodeURIComponent(id);
    } catch {
      // as it stands
    }
    return !id || id === "top" || id.startsWith("/") || id.startsWith("!") ? link : link.getRootNode().getElementById?.(plain) || document.getElementById(plain) || document.getElementsByName(plain)[0];
  };
  const hits = [];
  const skips = links.filter((one) => SKIP.test(page.name(one).trim()));
  for (const link of skips.slice(0, 5)) {
    const found = target(link);
    const hidden = found && found !== link && !found.checkVisibility();
    // "#" with a script behind it may do anything.
    if (!found || hidden) hits.push({ element: link, message: "leads-nowhere", data: { name: page.name(link), target: link.getAttribute("href") } });
  }
  // No heading, no main part, no link in the page and nothing that folds up, with a block of links before the text.
  if (window === window.top && !skips.length) {
    const heading = page.all("h1, h2, h3, h4, h5, h6, [role=heading]").some((one) => page.heard(one));
    const main = page.all("main, [role=main]").some((one) => page.heard(one));
    const folds = page.all("button, summary, [aria-expanded], a[href='#'], a[href^='#']").some((one) => page.seen(one));
    const text = page.texts.find(({ element, words }) => words.length > 60 && page.heard(element) && !element.closest("nav, header, aside, footer, [role=navigation]"));
    const before = text && page.all("a[href], nav, aside, [role=navigation]").filter((one) => page.heard(one) && one.compareDocumentPosition(text.text) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(text.element));
    if (!heading && !main && !folds && before?.length > 1) hits.push({ element: before[0], message: "no-way" });
  }
  return hits;
}
