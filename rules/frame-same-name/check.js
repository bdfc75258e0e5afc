({ page }) => {
  const PURPOSE = /\b(ad|ads|advert\w*|sponsor\w*|advertentie|reclame|werbung|anzeige|publicité)\b/i; // one purpose, other content
  const said = (frame) => {
    try {
      const inner = frame.contentDocument;
      if (!inner?.body || inner.location.href === "about:blank") return null;
      const media = [...inner.querySelectorAll("img, video, audio, iframe, embed, object")].map((one) => one.currentSrc || one.src || one.data || "");
      return { address: inner.location.href, words: page.plain(`${inner.body.innerText} ${media.join(" ")}`) };
    } catch {
      return null;
    }
  };
  // One that says all that the other says, and some more, may serve the same purpose.
  const alike = (one, two) => {
    const [few, many] = [new Set(one.split(" ")), new Set(two.split(" "))].sort((a, b) => a.size - b.size);
    return [...few].every((word) => many.has(word));
  };
  const groups = new Map();
  for (const element of page.all("iframe, frame")) {
    if (!page.heard(element)) continue;
    const name = page.plain(page.name(element));
    if (!name || PURPOSE.test(name)) continue;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push({ element, what: said(element) });
  }
  const hits = [];
  for (const [, all] of groups) {
    const read = all.filter(({ what }) => what);
    const other = read.find(({ what }) => what.address !== read[0].what.address && !alike(what.words, read[0].what.words));
    if (other) hits.push({ element: other.element, message: "same-name", data: { name: page.name(other.element) } });
  }
  return hits;
}
