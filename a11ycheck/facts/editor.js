// What an editor on this page offers to those who make content, by the names of its controls, as plain JSON; null where
// nothing can be edited.
(axe, { page }) => {
  const rich = page
    .all("[contenteditable=''], [contenteditable=true], [role=textbox][aria-multiline=true], .tox, .ck-editor, .ql-toolbar, .editor_atto, .trix-content, .ProseMirror, .note-editor, .mce-tinymce, .cke")
    .filter((one) => page.seen(one));
  const framed = page.all("iframe").some((one) => /tinymce|ckeditor|cke_|tox-edit|wysiwyg|rich ?text|editor/i.test(`${one.className} ${one.id} ${one.title}`) && page.seen(one));
  if (!rich.length && !framed) return null;
  const controls = page
    .all("button, select, option, input, textarea, a[role], [role=button], [role=menuitem], [role=option], [role=combobox], [role=checkbox], label")
    .slice(0, 1500)
    .map((one) => (page.name(one) || one.title || one.textContent || "").replace(/\s+/g, " ").trim().slice(0, 80))
    .filter(Boolean);
  return { controls: [...new Set(controls)] };
}
