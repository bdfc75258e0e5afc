// Where the letters of a text stand and in which colour; makes the text transparent until contrast_show.
(parts) => {
  const MOST = 120; // letters looked at
  const element = parts.reduce((root, part) => (root.shadowRoot ?? root).querySelector(part), document);
  if (!element) return null;
  const style = getComputedStyle(element);
  const svg = element.namespaceURI === "http://www.w3.org/2000/svg";
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = "#000";
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  let opacity = 1;
  let plain = true;
  for (let at = element; at; at = at.parentElement || at.getRootNode().host) {
    const its = getComputedStyle(at);
    opacity *= Number(its.opacity);
    if (its.mixBlendMode !== "normal" || (its.filter && its.filter !== "none")) plain = false;
    if (at.getAnimations?.().some((one) => one.playState === "running")) plain = false; // it comes or goes just now
  }
  const letters = [];
  const range = document.createRange();
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3)
        for (let n = 0; n < child.data.length && letters.length < MOST; n++) {
          if (!child.data[n].trim()) continue;
          range.setStart(child, n);
          range.setEnd(child, n + 1);
          const { left, top, width, height } = range.getBoundingClientRect();
          if (width >= 1 && height >= 1 && left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight) letters.push([left, top, width, height]);
        }
    }
  };
  walk(element);
  if (element.shadowRoot) walk(element.shadowRoot);
  if (element.matches("input, textarea, select") || !letters.length) return null;
  const x = Math.floor(Math.min(...letters.map((one) => one[0])));
  const y = Math.floor(Math.min(...letters.map((one) => one[1])));
  const width = Math.min(1200, Math.ceil(Math.max(...letters.map((one) => one[0] + one[2]))) - x);
  const height = Math.min(600, Math.ceil(Math.max(...letters.map((one) => one[1] + one[3]))) - y);
  const box = element.getBoundingClientRect();
  const padding = ["Left", "Top"].map((side) => parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]) || 0);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "*, *::before, *::after { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; text-decoration-color: transparent !important; transition: none !important } svg text, svg tspan { fill: transparent !important; stroke: none !important }",
  );
  const roots = [document, element.getRootNode(), element.shadowRoot].filter((root, n, all) => root?.adoptedStyleSheets && all.indexOf(root) === n);
  const color = rgba(svg ? style.fill : style.webkitTextFillColor || style.color);
  const size = parseFloat(style.fontSize);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  globalThis.a11ycheckHidden = { roots, sheet };
  return {
    left: svg ? box.left : box.left + padding[0],
    top: svg ? box.top : box.top + padding[1],
    x, y, width, height, letters, color, opacity,
    plain: plain && style.textShadow === "none" && style.webkitTextStrokeWidth === "0px",
    large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
    decoration: element.closest("[aria-hidden=true]") !== null || !/[\p{L}\p{N}]/u.test(element.textContent) || /^[x×]$/i.test(element.textContent.trim()),
  };
}
