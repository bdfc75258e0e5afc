// What an editor on this page offers to those who make content, by the names of its controls; null where nothing can be
// edited.
// @requires text
const RICH = [
  "[contenteditable='']",
  "[contenteditable=true]",
  "[role=textbox][aria-multiline=true]",
  ".tox",
  ".ck-editor",
  ".ql-toolbar",
  ".editor_atto",
  ".trix-content",
  ".ProseMirror",
  ".note-editor",
  ".mce-tinymce",
  ".cke",
].join();
const FRAMED = /tinymce|ckeditor|cke_|tox-edit|wysiwyg|rich ?text|editor/i;
const CONTROLS =
  "button, select, option, input, textarea, a[role], [role=button], [role=menuitem], [role=option], [role=combobox], " +
  "[role=checkbox], label";
const MOST = 1500; // controls

/** @type {FactMaker<"editor">} */
export default (_axe, { page }) => {
  const rich = page.all(RICH).some((element) => page.seen(element));
  const isEditor = (frame) => FRAMED.test(`${frame.className} ${frame.id} ${frame.title}`) && page.seen(frame);
  if (!rich && !page.all("iframe").some(isEditor)) return null;
  const controls = page
    .all(CONTROLS)
    .slice(0, MOST)
    .map((one) => a11y.text.collapse(page.name(one) || one.title || one.textContent || "", 80))
    .filter(Boolean);
  return { controls: [...new Set(controls)] };
};
