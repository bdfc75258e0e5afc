// What can be seen in this frame, as plain JSON. Needs nothing of axe, so that waiting for a screen stays cheap.
() => {
  const MOST_ELEMENTS = 20000;
  const MOST_TEXT = 2000;
  const SPINNER = /(^|[-_\s])(spinner|loader|loading|preloader|throbber|skeleton|progress)([-_\s]|$)/i;
  const MEDIA = "img, svg, video, audio[controls], object, embed, canvas, iframe, input[type=image]";
  const CONTROLS = "button, select, textarea, input:not([type=hidden]), a[href], [role=button], [role=link], summary, [contenteditable], [tabindex]";
  const facts = {
    text: 0, words: "", media: 0, controls: 0, spinners: 0, backgrounds: 0, frames: 0, scripts: 0, canvas: 0,
    width: innerWidth, height: innerHeight, elements: 0, bounded: false,
  };
  const right = Math.max(innerWidth, document.documentElement?.scrollWidth || 0);
  const bottom = Math.max(innerHeight, document.documentElement?.scrollHeight || 0);
  const placed = (box, least) =>
    box.width >= least && box.height >= least && box.right > 0 && box.bottom > 0 && box.left < right && box.top < bottom;
  const waits = (element) =>
    element.matches("[role=progressbar], progress") ||
    SPINNER.test(`${element.getAttribute("class") || ""} ${element.id || ""}`);

  const read = (text, element) => {
    const words = text.data.replace(/\s+/g, " ").trim();
    if (!words) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    if (![...range.getClientRects()].some((box) => placed(box, 2))) return;
    const style = getComputedStyle(element);
    if (style.visibility !== "visible" || parseFloat(style.fontSize) < 2 || /inset\(50%|rect\(0(px)?,? 0/.test(style.clipPath + style.clip)) return;
    facts.text += words.length;
    if (facts.words.length < 200) facts.words = `${facts.words} ${words}`.trim().slice(0, 200);
  };
  const look = (element, waiting) => {
    const box = element.getBoundingClientRect();
    if (element.matches("iframe, frame")) facts.frames += placed(box, 2) ? 1 : 0;
    else if (element.matches(MEDIA) && placed(box, 2)) {
      if (waiting) facts.spinners += 1;
      else facts.media += 1;
      if (element.matches("canvas")) facts.canvas += (box.width * box.height) / (innerWidth * innerHeight || 1);
    } else if (waiting && placed(box, 2)) facts.spinners += 1;
    if (element.matches(CONTROLS) && placed(box, 2) && element !== document.body) facts.controls += 1;
    if (!waiting && placed(box, 20) && getComputedStyle(element).backgroundImage.includes("url(")) facts.backgrounds += 1;
  };
  const walk = (root, waiting) => {
    for (const node of root.childNodes) {
      if (facts.elements > MOST_ELEMENTS || facts.text > MOST_TEXT) return void (facts.bounded = true);
      if (node.nodeType === 3 && root.nodeType === 1) read(node, root);
      else if (node.nodeType === 3 && root.host) read(node, root.host);
      if (node.nodeType === 1 && node.matches("audio, video") && !node.paused) facts.media += 1; // it is heard
      if (node.nodeType !== 1 || node.matches("script, style, noscript, template, head")) continue;
      facts.elements += 1;
      if (!node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: false })) continue;
      const now = waiting || waits(node);
      if (getComputedStyle(node).visibility === "visible") look(node, now);
      if (node.matches("svg")) continue;
      if (node.shadowRoot) walk(node.shadowRoot, now);
      walk(node, now); // what no slot shows has no boxes
    }
  };
  facts.scripts = document.scripts.length;
  if (document.documentElement) {
    const body = document.documentElement;
    if (body.matches("html")) walk(body, false);
    else facts.media = 1; // a picture, an SVG or XML shown by itself
  }
  return facts;
}
