// Whether an editor lets authors make accessible content: text alternatives, table headers, captions, headings.
// @requires text, words/editor_dialogs
const { editor_dialogs: WORDS } = a11y.words;
const HEADING = words(WORDS.heading);
/** By dialog, what its controls say, and the messages for one that was opened and one that was not. */
const KINDS = {
  picture: { ...patterns(WORDS.picture), unseen: "no-alternative", missing: "dialog-no-alternative" },
  table: { ...patterns(WORDS.table), unseen: "no-table-headers", missing: "dialog-no-headers" },
  video: { ...patterns(WORDS.video), unseen: "no-captions", missing: "dialog-no-captions" },
};

/** @type {SiteCheck<"editor">} */
export default ({ site, open }) => {
  if (!site.editors.length) return null;
  // Why a page was not opened is said where pages are listed.
  const screens = site.editors.map(open).filter(Boolean);
  return screens.length ? screens.flatMap(judge) : null;
};

function judge(screen) {
  if (!screen.editor) return [{ screen, message: "no-editor", data: {} }];
  const { controls, dialogs = {} } = screen.editor;
  const has = (pattern, names) => names.some((name) => pattern.test(name));
  const hits = has(HEADING, controls) ? [] : [{ screen, message: "no-headings", data: {} }];
  for (const [kind, { insert, ask, field, unseen, missing }] of Object.entries(KINDS)) {
    const { name = "", fields = [], names = [] } = dialogs[kind] ?? {};
    if (!name && !has(insert, controls)) continue;
    if (has(ask, [...controls, ...names]) || has(field, names)) continue;
    if (fields.length) hits.push({ screen, message: missing, data: { name, fields: fields.join(", ") } });
    else hits.push({ screen, message: unseen, data: {} });
  }
  return hits;
}

/** Return what inserts a kind of content, what asks for its alternative, and what a field for that is called. */
function patterns({ insert, ask, field }) {
  return { insert: words(insert), ask: words(ask), field: words(field) };
}

function words(list) {
  return a11y.text.pattern(String.raw`\b{list}\b`, { list });
}
