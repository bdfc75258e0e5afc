({ page }) => {
  const STATE = /(^|[-_\s])(correct|incorrect|right-answer|wrong|wrong-answer|is-correct|is-wrong|juist|onjuist|goed|fout|richtig|falsch)([-_\s]|$)/i;
  const SAYS = /\b(correct|incorrect|right|wrong|true|false|well done|good|error|juist|onjuist|goed|fout|helaas|klopt|richtig|falsch|bravo|exact|faux|juste)\b|[✓✔✗✘☑☒❌✅√×]/iu;
  const paint = (element) => {
    const style = page.style(element);
    return [style.backgroundColor, style.color, style.borderTopColor, style.outlineColor].join("|");
  };
  const drawn = (element) =>
    ["::before", "::after"].some((part) => !/^(none|normal|""|)$/.test(getComputedStyle(element, part).content)) ||
    [...element.querySelectorAll("img, svg, i, [role=img], [class*=icon]")].some((one) => page.box(one).width > 4) ||
    page.style(element).backgroundImage.includes("url(");
  const hits = [];
  for (const element of page.all("li[class], label[class], button[class], div[class], tr[class], td[class], span[class], p[class], [role=option][class], [role=radio][class]")) {
    if (hits.length >= 20) break;
    if (!STATE.test(element.className) || !page.seen(element) || element.textContent.length > 200 || !element.textContent.trim()) continue;
    const others = [...(element.parentElement?.children || [])].filter((one) => one !== element && one.localName === element.localName && page.seen(one));
    const plain = others.filter((one) => page.plain(one.textContent) && paint(one) !== paint(element));
    if (!plain.length) continue;
    const words = `${element.textContent} ${element.getAttribute("aria-label") || ""} ${element.title || ""}`;
    if (SAYS.test(words) || drawn(element) || page.style(element).textDecorationLine !== page.style(plain[0]).textDecorationLine || page.style(element).borderTopStyle !== page.style(plain[0]).borderTopStyle || page.style(element).fontWeight !== page.style(plain[0]).fontWeight) continue;
    // Feedback next to the answers says it in words.
    if (SAYS.test([...element.parentElement.parentElement?.querySelectorAll("[role=alert], [role=status], [aria-live], [class*=feedback]") || []].map((one) => (page.seen(one) ? one.textContent : "")).join(" "))) continue;
    hits.push({ element, message: "colour-only", data: { text: element.textContent.replace(/\s+/g, " ").trim().slice(0, 80) } });
  }
  return hits;
}
