// Understanding 1.4.11: what one needs to see that there is a control stands out 3 to 1 from what is next to it.
(facts, axe) => {
  const { page } = facts;
  const { color } = axe.commons;
  const LEAST = 3;
  const FIELDS = "input:not([type]), input[type=text], input[type=email], input[type=password], input[type=search], input[type=tel], input[type=url], input[type=number], input[type=checkbox], input[type=radio], textarea, select, [role=textbox], [role=checkbox], [role=radio], [role=switch], [role=combobox]";
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const CARVED = /^(inset|outset|groove|ridge)$/; // the browser shades these colours itself
  const parsed = (words) => {
    const one = new color.Color();
    one.parseString(words);
    return one;
  };
  const on = (front, back) => (front.alpha === 1 ? front : color.flattenColors(front, back));
  const off = (element) => element.matches(":disabled, [aria-disabled=true], [readonly], [aria-readonly=true]") || element.closest("fieldset:disabled, [inert]");
  // Pictures, shadows, see-through layers and pseudo-elements draw edges that no style tells the colour of.
  const drawn = (element) => {
    const style = page.style(element);
    if (style.backgroundImage !== "none" || style.borderImageSource !== "none" || style.filter !== "none" || style.opacity !== "1") return true;
    if (style.boxShadow !== "none" || style.clipPath !== "none" || style.maskImage !== "none" || style.mixBlendMode !== "normal") return true;
    return ["::before", "::after"].some((name) => !/^(none|normal|)$/.test(getComputedStyle(element, name).content));
  };
  const behind = (element) => {
    const found = element && color.getBackgroundColor(element);
    return found && found.alpha === 1 ? found : null;
  };
  // The boxes that may draw the field's edge: itself, what closely holds it, and what lies over the same place.
  const frame = (element) => {
    const { left, top, right, bottom } = page.box(element);
    const close = (box) => left - box.left < 60 && box.right - right < 60 && top - box.top < 30 && box.bottom - bottom < 30;
    const holds = (box) => box.left <= left + 2 && box.right >= right - 2 && box.top <= top + 2 && box.bottom >= bottom - 2;
    let outer = element;
    for (let at = page.parent(element), n = 0; at && n < 4 && close(page.box(at)); at = page.parent(at), n++) outer = at;
    const inside = outer === element ? [] : [outer, ...outer.querySelectorAll("*")].slice(0, 60);
    const beside = [element.previousElementSibling, element.nextElementSibling].filter(Boolean);
    return { outer, boxes: [...new Set([element, ...inside, ...beside])].filter((one) => one === element || (holds(page.box(one)) && close(page.box(one)))), inside };
  };
  const hits = [];
  const stands = (element) => {
    const small = element.matches("[type=checkbox], [type=radio], [role=checkbox], [role=radio], [role=switch]");
    const style = page.style(element);
    if (element.localName !== "select" && style.appearance !== "none" && small) return; // the browser's own
    const { outer, boxes, inside } = frame(element);
    if (boxes.some(drawn) || (small && (inside.length || element.childElementCount || /\S/.test(element.textContent)))) return;
    const back = behind(page.parent(outer));
    if (!back) return;
    let best = 1;
    for (const box of boxes) {
      const own = page.style(box);
      const fill = on(parsed(own.backgroundColor), back);
      best = Math.max(best, color.getContrast(fill, back));
      for (const side of [...SIDES.map((one) => `border${one}`), "outline"]) {
        if (!(parseFloat(own[`${side}Width`]) > 0) || /^(none|hidden)$/.test(own[`${side}Style`])) continue;
        if (CARVED.test(own[`${side}Style`])) return;
        const line = on(parsed(own[`${side}Color`]), fill);
        best = Math.max(best, color.getContrast(line, back), color.getContrast(line, fill));
      }
    }
    if (best >= LEAST) return;
    const words = (element.value ?? "").trim() || (element.placeholder ?? "").trim() || element.textContent.trim();
    const icon = inside.some((one) => /^(svg|img|i|button)$/.test(one.localName)) || element.localName === "select";
    const message = !small && (words || icon) ? "hinted" : "edge";
    hits.push({ element, message, data: { ratio: (Math.floor(best * 100) / 100).toFixed(2) } });
  };
  const SHAPES = "path, rect, circle, ellipse, line, polyline, polygon";
  const pictured = (element) => {
    const icons = [...element.querySelectorAll("svg")];
    if (icons.length !== 1 || element.querySelector("img, canvas, video, i") || !page.seen(icons[0])) return;
    const texts = [...element.querySelectorAll("*"), element].filter((one) => !icons[0].contains(one) && page.seen(one));
    if (texts.some((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))) return;
    if (icons[0].querySelector("use, image, text, foreignObject, mask, linearGradient, radialGradient, pattern, filter, style, animate")) return;
    for (let at = icons[0]; at && at !== page.parent(element); at = page.parent(at)) if (drawn(at)) return;
    const own = parsed(page.style(element).backgroundColor);
    const under = own.alpha === 1 ? own : behind(page.parent(element));
    if (!under) return;
    const back = on(own, under);
    const colours = new Set();
    for (const shape of icons[0].querySelectorAll(SHAPES)) {
      const style = page.style(shape);
      if (style.visibility !== "visible" || style.display === "none" || shape.closest("defs, clipPath, symbol")) continue;
      if (style.opacity !== "1" || shape.closest("g")?.getAttribute("opacity")) return;
      if (style.fill !== "none" && style.fillOpacity !== "0") colours.add(`${style.fill}|${style.fillOpacity}`);
      if (style.stroke !== "none" && parseFloat(style.strokeWidth) > 0) colours.add(`${style.stroke}|${style.strokeOpacity}`);
    }
    if (colours.size !== 1) return;
    const [paint, alpha] = [...colours][0].split("|");
    if (!/^rgb/.test(paint)) return;
    const front = parsed(paint);
    front.alpha *= Number(alpha);
    const ratio = color.getContrast(on(front, back), back);
    if (ratio < LEAST) hits.push({ element, message: "icon", data: { ratio: (Math.floor(ratio * 100) / 100).toFixed(2) } });
  };
  for (const element of page.all(FIELDS)) if (page.seen(element) && !off(element)) stands(element);
  for (const element of page.all("button, a[href], [role=button], [role=link], [role=tab]")) {
    if (element.querySelector("svg") && page.seen(element) && !off(element)) pictured(element);
  }
  return hits;
}
