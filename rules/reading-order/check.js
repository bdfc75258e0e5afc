({ page }) => {
  const hits = [];
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  // Flex and grid: what stands first in the code is shown last.
  for (const box of page.all("div, main, section, article, ul, ol, form, header, footer, body, fieldset, dl, [style]").slice(0, 20000)) {
    if (box.childElementCount < 2 || hits.length >= 10) continue;
    const style = page.style(box);
    if (!/flex|grid/.test(style.display)) continue;
    const parts = [...box.children].filter((one) => page.seen(one) && words(one).length > 2 && !/absolute|fixed/.test(page.style(one).position));
    if (parts.length < 2) continue;
    const moved = /reverse/.test(style.flexDirection + style.flexWrap) || parts.some((one) => page.style(one).order !== "0") || parts.some((one) => page.style(one).gridRowStart !== "auto" || page.style(one).gridColumnStart !== "auto");
    if (!moved) continue;
    const wrong = parts.find((one, n) => {
      if (!n) return false;
      const [a, b] = [page.box(parts[n - 1]), page.box(one)];
      return b.bottom <= a.top + 2 || (b.right <= a.left + 2 && b.top < a.bottom - 2 && a.top < b.bottom - 2 && page.style(box).direction !== "rtl");
    });
    if (wrong) hits.push({ element: box, message: "turned", data: { first: words(wrong).slice(0, 60), second: words(parts[0]).slice(0, 60) } });
  }
  // A slide of placed texts: the order in the code goes from column to column and back.
  const placed = new Map();
  const holderOf = page.once((at) => (!at || at === document.body ? null : page.style(at).position === "absolute" ? at : holderOf(at.parentElement)));
  for (const { element } of page.texts) {
    const holder = element.closest("[style*=position], [class]") && holderOf(element);
    if (holder && !placed.has(holder) && page.box(holder).width > 30 && page.seen(element) && page.heard(element)) placed.set(holder, page.box(holder));
  }
  const sets = new Map();
  for (const [holder, box] of placed) sets.set(holder.offsetParent, [...(sets.get(holder.offsetParent) || []), { holder, box }]);
  for (const all of sets.values()) {
    if (all.length < 4 || all.length > 60) continue;
    const wide = all.filter(({ box }) => words !== null && box.width > 0);
    const middle = (Math.min(...wide.map(({ box }) => box.left)) + Math.max(...wide.map(({ box }) => box.right))) / 2;
    const side = ({ box }) => (box.right <= middle + 4 ? "left" : box.left >= middle - 4 ? "right" : "both");
    const order = wide.map(side).filter((one) => one !== "both");
    const left = wide.filter((one) => side(one) === "left");
    const right = wide.filter((one) => side(one) === "right");
    if (left.length < 2 || right.length < 2) continue;
    // Rows of a table or of pairs are read across.
    const rows = left.filter((one) => right.some((other) => Math.abs(other.box.top - one.box.top) < 8)).length;
    if (rows >= Math.min(left.length, right.length) - 0.5) continue;
    const switches = order.filter((one, n) => n && one !== order[n - 1]).length;
    if (switches >= 3) hits.push({ element: wide[0].holder, message: "jumps", data: { n: switches } });
  }
  return hits;
}
