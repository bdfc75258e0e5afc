// An !important in a style attribute beats what a reader's own style sheet asks for (WCAG 1.4.12 gives the figures).
({ page }) => {
  const LEAST = { "letter-spacing": 0.12, "word-spacing": 0.16, "line-height": 1.5 };
  const inherits = /^(inherit|unset|initial|revert|revert-layer)$/;
  const own = (element, seenText) => [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim() && seenText);
  const locks = (element, property) => {
    const { style } = element;
    if (!style || style.getPropertyPriority(property) !== "important") return null;
    const value = style.getPropertyValue(property).trim();
    return inherits.test(value) && value !== "initial" ? null : value;
  };
  const size = (element, property) => {
    const style = page.style(element);
    const value = style.getPropertyValue(property);
    const font = parseFloat(style.fontSize);
    if (value === "normal") return property === "line-height" ? 1.2 : 0;
    return parseFloat(value) / font;
  };
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top))).size;
  };
  const hits = [];
  for (const holder of page.all("[style]")) {
    if (!/important/i.test(holder.getAttribute("style")) || holder.closest("svg")) continue;
    for (const [property, least] of Object.entries(LEAST)) {
      if (locks(holder, property) === null) continue;
      // The value counts where text has it: not where a child sets its own.
      const takers = [holder, ...holder.querySelectorAll("*")].slice(0, 500).filter((element) => {
        if (!own(element, true) || !page.seen(element)) return false;
        for (let at = element; at && at !== holder; at = at.parentElement) if (at.style?.getPropertyValue(property) && !inherits.test(at.style.getPropertyValue(property))) return false;
        return element === holder || Math.abs(parseFloat(page.style(element).getPropertyValue(property)) - parseFloat(page.style(holder).getPropertyValue(property))) < 0.01 || page.style(element).getPropertyValue(property) === page.style(holder).getPropertyValue(property);
      });
      const low = takers.find((element) => {
        if (size(element, property) >= least - 0.001) return false;
        if (property === "line-height") return lines(element) > 1;
        return property !== "word-spacing" || /\S\s+\S/.test(element.textContent);
      });
      if (low) hits.push({ element: holder, message: "locked", data: { property, least: String(least), value: String(Math.round(size(low, property) * 100) / 100) } });
    }
  }
  return hits;
}
