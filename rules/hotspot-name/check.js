({ page }) => {
  const pictures = page.all("img, svg, canvas, [role=img]").filter((one) => page.seen(one) && page.box(one).width > 80 && page.box(one).height > 60);
  const backgrounds = page.all("div, section, figure, main").filter((one) => page.style(one).backgroundImage.includes("url(") && page.box(one).width > 150 && page.box(one).height > 100);
  const below = [...pictures, ...backgrounds].slice(0, 100);
  if (!below.length) return [];
  const over = (box) => below.find((one) => {
    const its = page.box(one);
    return box.left >= its.left - 4 && box.top >= its.top - 4 && box.right <= its.right + 4 && box.bottom <= its.bottom + 4 && box.width * box.height < its.width * its.height * 0.5;
  });
  const hits = [];
  for (const element of page.all("div, span, li, i, b, g, rect, circle, path, polygon, ellipse")) {
    const svg = element.namespaceURI === "http://www.w3.org/2000/svg";
    const clicks = element.hasAttribute("onclick") || element.hasAttribute("onmousedown") || element.hasAttribute("onpointerdown");
    if (!clicks && !/hot-?spot/i.test(element.getAttribute("class") || "")) continue;
    if (!svg && page.style(element).position !== "absolute") continue;
    if (page.style(element).pointerEvents === "none" || page.style(element).visibility !== "visible" || element.closest("a[href], button, label, [aria-hidden=true], [role=button], [role=link]")) continue;
    if (element.hasAttribute("role") || element.textContent.trim() || (element.getAttribute("aria-label") || element.getAttribute("title") || "").trim() || element.querySelector("a[href], button, [role], img[alt], title, input")) continue;
    const box = page.box(element);
    if (box.width < 6 || box.height < 6 || !over(box)) continue;
    hits.push({ element, message: clicks ? "nameless" : "perhaps" });
    if (hits.length >= 30) break;
  }
  return hits;
}
