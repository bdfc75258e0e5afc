// Returns what can be read in a box of this frame's viewport (left, top, right, bottom): `lines` of text, each with its
// words' boxes, and the boxes of `fields` that hold something. A box is x, y, width and height in the viewport.
// @requires dom
const FIELDS = "input, textarea, select, [contenteditable], [role=textbox], [role=searchbox], [role=combobox]";
const PARTS = /^(br|img|svg|input|select|button|textarea|iframe|video|canvas|object)$/; // parts two words
const BUTTONS = /^(submit|button|reset|image|checkbox|radio|range|color|hidden|file)$/;

export default (area) => {
  const isNear = (box) =>
    box.width > 0 && box.right >= area[0] && box.left <= area[2] && box.bottom >= area[1] && box.top <= area[3];
  const texts = [];
  const found = { lines: [], fields: [] };
  for (const node of a11y.dom.nodes(document, "script, style, noscript, template, option")) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (isNear(rangeOf(node, 0, node.data.length).getBoundingClientRect())) texts.push(node);
      continue;
    }
    if (PARTS.test(node.localName)) texts.push(null);
    if (isNear(node.getBoundingClientRect())) {
      if (node.matches(FIELDS) && holdsText(node)) found.fields.push(boxOf(innerBox(node)));
      for (const text of drawnTexts(node)) found.lines.push(lineOf(text, node));
    }
  }
  for (const block of blocksOf(texts)) found.lines.push(wordsOf(block));
  return found;
};

function holdsText(field) {
  if (field.localName === "select") return field.selectedOptions.length > 0;
  if (field.localName === "input") return !BUTTONS.test(field.type) && field.value !== "";
  if (field.localName === "textarea") return field.value !== "";
  return field.getAttribute("contenteditable") !== "false" && field.textContent.trim() !== "";
}

/** What an element shows that is no text node: a label, a hint, a broken picture's alternative, a style's words. */
function drawnTexts(element) {
  const texts = ["::before", "::after"].map((pseudo) => {
    const { content } = getComputedStyle(element, pseudo);
    return content.replace(/attr\(\s*([\w-]+)[^)]*\)/g, (_, name) => element.getAttribute(name) ?? "");
  });
  if (element.localName === "input" && BUTTONS.test(element.type)) texts.push(element.value);
  if (element.matches("input, textarea") && !element.value) texts.push(element.placeholder ?? "");
  if (element.localName === "img" && !element.naturalWidth) texts.push(element.alt);
  if (element.matches("optgroup, track, option[label]")) texts.push(element.label);
  return texts.filter((text) => /[^\s"]{3}/.test(text) && text !== "none" && text !== "normal");
}

function lineOf(text, element) {
  const box = boxOf(element.getBoundingClientRect());
  return text.match(/[^\s"]+/g).map((word) => [word, [box]]);
}

/** Text nodes that stand in one line of thought: `jan<b>@school.nl</b>` is one word. */
function blocksOf(texts) {
  const blocks = [];
  let last = null;
  for (const node of texts) {
    const block = node && blockOf(node);
    if (block && block !== last) blocks.push([]);
    if (block) blocks.at(-1).push(node);
    last = block;
  }
  return blocks;
}

function blockOf(node) {
  let at = a11y.dom.parent(node);
  while (at && /^(inline|contents)$/.test(getComputedStyle(at).display)) at = a11y.dom.parent(at);
  return at;
}

function wordsOf(nodes) {
  const all = nodes.map((node) => node.data).join("");
  return [...all.matchAll(/\S+/g)].map((word) => [word[0], boxesOf(nodes, word.index, word.index + word[0].length)]);
}

function boxesOf(nodes, start, end) {
  const boxes = [];
  let at = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(0, start - at), Math.min(node.data.length, end - at)];
    if (from < to) boxes.push(...[...rangeOf(node, from, to).getClientRects()].map(boxOf));
    at += node.data.length;
  }
  return boxes;
}

function rangeOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

function innerBox(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const border = (side) => parseFloat(getComputedStyle(element)[`border${side}Width`]) || 0;
  const [x, y] = [border("Left") + 3, border("Top") + 3]; // the picture is painted over somewhat further
  return new DOMRect(left + x, top + y, width - x - border("Right") - 3, height - y - border("Bottom") - 3);
}

function boxOf({ left, top, width, height }) {
  return [left, top, width, height];
}
