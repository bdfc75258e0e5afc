({ page }) => {
  const hits = [];
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const OUT = "h1, h2, h3, h4, h5, h6, [role=heading], li, table, nav, footer, button, a, label, legend, summary, figcaption, blockquote, dt, dd, [role=tab], [role=button], [role=dialog], [role=menu], code, pre, form";
  const strong = (element) => {
    // All of its text is bold or large.
    const parts = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (parts.length < 4 && walker.nextNode()) if (walker.currentNode.data.trim()) parts.push(walker.currentNode.parentElement);
    return parts.length > 0 && parts.length < 4 ? parts.map((one) => page.style(one)) : [];
  };
  const looks = [];
  for (const element of page.all("p, div")) {
    if (looks.length > 30) break;
    const words = text(element);
    if (words.length < 3 || words.length > 90 || /[.,;:!?…]$/.test(words)) continue;
    if ([...element.children].some((one) => one.matches("p, div, ul, ol, img, input, button, a, table, video")) || element.childElementCount > 2) continue;
    if (element.querySelector("h1, h2, h3, h4, h5, h6, [role=heading]")) continue; // it holds one
    const next = element.nextElementSibling;
    if (!next || !next.matches("p, ul, ol, div") || text(next).length < 40 || element.closest(OUT) || next.closest(OUT)) continue;
    if (!page.seen(element) || !page.heard(element) || !page.seen(next)) continue;
    const styles = strong(element);
    if (!styles.length) continue;
    const below = page.style(next.querySelector("p, li, span") || next);
    const larger = styles.every((one) => parseFloat(one.fontSize) >= parseFloat(below.fontSize) * 1.2);
    const bolder = styles.every((one) => Number(one.fontWeight) >= 600) && Number(below.fontWeight) < 600;
    if (larger || bolder) looks.push({ element, words, larger });
  }
  // One bold line may be anything; a large one, or several, look like headings.
  if (looks.length > 1 || looks.some(({ larger }) => larger)) for (const { element, words } of looks.slice(0, 10)) hits.push({ element, message: "heading", data: { text: words.slice(0, 80) } });
  const BULLET = /^\s*[•‣◦▪▫●○■□➢➤►✓✔⁃∙·]\s*\S/u;
  const PERHAPS = /^\s*(?:[-–—*]\s+\S|(\d{1,2})[.)]\s+\S)/;
  const lines = (element) => {
    const found = [""];
    for (const one of element.childNodes) {
      if (one.nodeType === 1 && one.localName === "br") found.push("");
      else found[found.length - 1] += one.textContent;
    }
    return found.filter((line) => line.trim());
  };
  const blocks = new Map();
  const MARK = /^\s*([•‣◦▪▫●○■□➢➤►✓✔⁃∙·*–—-]|\d{1,2}[.)])/u;
  for (const { element, words } of page.texts) {
    if (!MARK.test(words)) continue; // without a mark in front it is no line of a list
    const block = element.closest("p, div, td, span") || element;
    if (!blocks.has(block) && !block.closest("li, [role=listitem], pre, code, nav, table, [role=list], button, a") && page.seen(block)) blocks.set(block, lines(block));
  }
  const told = new Set();
  const rows = page.once((parent) => [...parent.children].filter((one) => blocks.has(one) && blocks.get(one).length === 1).slice(0, 50));
  for (const [block, all] of blocks) {
    if (told.has(block.parentElement)) continue;
    const own = (test) => all.filter((line) => test.test(line)).length;
    if (!block.parentElement) continue;
    const siblings = block.matches("p, div") ? rows(block.parentElement).filter((one) => one.localName === block.localName) : [];
    const row = (test) => siblings.filter((one, n) => test.test(text(one)) && [siblings[n - 1], siblings[n + 1]].some((other) => other && test.test(text(other)))).length;
    const count = (test) => Math.max(own(test), row(test));
    if (count(BULLET) >= 3) {
      told.add(block.parentElement);
      hits.push({ element: block, message: "list", data: { n: count(BULLET) } });
    } else if (count(PERHAPS) >= 3) {
      told.add(block.parentElement);
      hits.push({ element: block, message: "list-perhaps", data: { n: count(PERHAPS) } });
    }
    if (told.size >= 10) break;
  }
  return hits;
}
