// Labels that do not say what to fill in, or do not tell two fields apart; headings that say nothing.
// @requires text, words/empty_labels
const EMPTY = new Set(a11y.text.allOf(a11y.words.empty_labels.label));
const HEADING = a11y.text.pattern("^{heading}$", a11y.words.empty_labels, "");
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const FIELDS =
  "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], input[type=url], " +
  "input[type=number], input[type=date], input[type=password], textarea, [role=textbox], [role=searchbox], " +
  "[role=spinbutton]";
const SETS = "fieldset, [role=group], [role=radiogroup], tr, li, section, form";
const MOST = 50; // fields with one label

/** @type {Check<"page">} */
export default ({ page }) => {
  const fields = page
    .all(FIELDS)
    .filter((field) => page.heard(field) && page.seen(field))
    .map((field) => ({ field, ...labelOf(page, field) }));
  return [...emptyLabels(page, fields), ...sameLabels(fields), ...emptyHeadings(page)];
};

/** Return the words of a label that can be seen, and those that are only heard. */
function labelOf(page, field) {
  const referred = field.hasAttribute("aria-labelledby");
  const sources = referred ? page.refs(field, "aria-labelledby") : [...(field.labels || [])];
  const words = (parts) => page.plain(parts.map((part) => textWithout(part, field)).join(" "));
  return {
    seen: words(sources.filter((source) => page.seen(source))),
    hidden: words(sources.filter((source) => !page.seen(source))),
  };
}

/** Return the text of a label without what stands in its field. */
function textWithout(label, field) {
  const texts = [...label.childNodes].map((child) => (child.contains(field) ? "" : child.textContent));
  return texts.join(" ") || label.value || "";
}

function emptyLabels(page, fields) {
  const hits = [];
  for (const { field, seen, hidden } of fields) {
    const name = page.name(field);
    if (EMPTY.has(seen))
      hits.push({ element: field, message: hidden ? "label-hidden" : "label", data: { label: seen } });
    else if (EMPTY.has(page.plain(name))) hits.push({ element: field, message: "label", data: { label: name } });
  }
  return hits;
}

/** Return hits for fields that have the label of the field before them, with nothing that tells the two apart. */
function sameLabels(fields) {
  const groups = new Map();
  for (const row of fields) if (row.seen) groups.set(row.seen, [...(groups.get(row.seen) ?? []), row]);
  const hits = [];
  for (const [label, rows] of groups)
    for (let n = 1; n < Math.min(rows.length, MOST); n++) {
      const [first, second] = [rows[n - 1], rows[n]];
      if (first.field.closest(SETS) !== second.field.closest(SETS)) continue;
      // Only words that nobody sees tell the two apart.
      const onlyHeard = second.hidden && second.hidden !== first.hidden;
      if (!onlyHeard && isDivided(first.field, second.field)) continue;
      hits.push({ element: second.field, message: onlyHeard ? "label-hidden" : "label-twice", data: { label } });
    }
  return hits;
}

/** Whether something between two fields may say what each is for. */
function isDivided(field, other) {
  const range = document.createRange();
  range.setStartAfter(field);
  range.setEndBefore(other);
  return range.cloneContents().querySelector(`${HEADINGS}, legend, hr, p, strong, b`);
}

function emptyHeadings(page) {
  const hits = [];
  for (const element of page.all(HEADINGS)) {
    if (namedByText(element) && !HEADING.test(page.plain(element.textContent))) continue;
    if (page.role(element) !== "heading" || !page.heard(element)) continue;
    const words = page.plain(page.name(element) || element.textContent);
    const text = element.textContent.trim().slice(0, 80) || words;
    if (HEADING.test(words)) hits.push({ element, message: "heading", data: { heading: text } });
  }
  return hits;
}

/** Whether nothing but its text gives a heading its name. */
function namedByText(heading) {
  if (heading.matches("[aria-label], [aria-labelledby]")) return false;
  return !heading.querySelector("img, svg, input, [aria-label], [aria-hidden]");
}
