// Options of a question that are not in a group with the question as its name.
// @requires text
const OPTIONS = "input[type=radio], [role=radio], input[type=checkbox], [role=checkbox]";
const TABLES = "table, [role=table], [role=grid]";
const GROUPS =
  `fieldset, [role=radiogroup], [role=group], [role=listbox], ${TABLES}, [role=treegrid], ` +
  "[role=menu], [role=toolbar]";
const BLOCKS = "p, div, td, th, li, dd, dt, h1, h2, h3, h4, h5, h6, section, form, body";

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const { radio, options } of setsOf(page)) {
    if (options.length < (radio ? 2 : 3) || options.some((option) => isInNamedGroup(page, option))) continue;
    if (haveQuestionInNames(page, options) || options.every((option) => option.hasAttribute("aria-describedby")))
      continue;
    const question = questionOf(page, options);
    if (question.length < 8 || (!radio && !/[?:]$/.test(question))) continue;
    const data = { question: question.slice(-100), n: options.length };
    hits.push({ element: options[0], message: radio ? "radios" : "checkboxes", data });
  }
  return hits;
};

/** Return the sets of options that belong together: by their name, or else because they stand in one box. */
function setsOf(page) {
  const sets = new Map();
  for (const element of page.all(OPTIONS)) {
    if (!page.heard(element) || !isShown(page, element)) continue;
    const radio = element.matches("input[type=radio], [role=radio]");
    const name = element.getAttribute("name");
    if (!name && !element.hasAttribute("role")) continue;
    const box = element.closest("ul, ol, form, [class], div, p") || document.body;
    const key = name ? `${radio}|${name.replace(/\d+$|\[\d*\]$/, radio ? "$&" : "")}` : box.parentElement;
    if (!sets.has(key)) sets.set(key, { radio, options: [] });
    sets.get(key).options.push(element);
  }
  return sets.values();
}

function isShown(page, element) {
  return page.seen(element) || [...(element.labels || [])].some((label) => page.seen(label));
}

function isInNamedGroup(page, element) {
  for (let at = page.parent(element); at; at = page.parent(at)) {
    if (!at.matches(GROUPS)) continue;
    if (at.matches(TABLES)) return true; // its headers tell
    if (at.localName === "fieldset" && at.querySelector("legend")?.textContent.trim()) return true;
    if (page.name(at)) return true;
  }
  return false;
}

/** Whether the names of all options begin with the same three words: each holds the question, or points at it. */
function haveQuestionInNames(page, options) {
  const names = options.map((option) => page.plain(page.name(option)));
  const first = names[0].split(" ").slice(0, 3);
  return first.length === 3 && names.every((name) => name.startsWith(first.join(" ")));
}

/** Return the last words before the options that stand in one block, and are not the words of an option. */
function questionOf(page, options) {
  const before = textsBefore(page, options);
  const block = before.at(-1)?.element.closest(BLOCKS);
  // On a slide the question may be drawn, and the text before is a menu of the player.
  const { top } = page.box(options[0]);
  if (!block || Math.abs(top - page.box(before.at(-1).element).bottom) > 300) {
    const drawn = page.all("svg text").filter((text) => page.seen(text) && page.box(text).bottom <= top + 4);
    if (drawn.length) return a11y.text.collapse(drawn.map((text) => text.textContent).join(" "));
  }
  const words = before.filter(({ element }) => element.closest(BLOCKS) === block).map((text) => text.words);
  return (
    words
      .join(" ")
      .split(/(?<=[.!?:])\s+(?=\p{Lu})/u)
      .pop()
      ?.trim() || ""
  );
}

/** Return the last texts before the options that can be seen, without those of the options themselves. */
function textsBefore(page, options) {
  const parts = [...options, ...options.flatMap((option) => [...(option.labels || [])])];
  const following = Node.DOCUMENT_POSITION_FOLLOWING;
  const end = page.texts.findIndex(({ text }) => options[0].compareDocumentPosition(text) & following);
  return page.texts
    .slice(0, end < 0 ? undefined : end)
    .slice(-40)
    .filter(({ element }) => page.seen(element) && !parts.some((part) => part.contains(element)));
}
