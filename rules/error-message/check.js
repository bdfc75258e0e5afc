({ page }) => {
  const FIELDS = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea, [role=textbox], [role=combobox], [role=listbox], [role=spinbutton]";
  const MARKED = /(^|[-_\s])(error|errors|err|invalid|warning|alert|danger|fout|foutmelding|validation)([-_\s]|$)/i;
  const WRONG = /\b(invalid|incorrect(ly)?|not (valid|correct|allowed)|wrong|error|errors|must (be|have|contain|not)|cannot be (empty|blank)|is required|are required|please (enter|fill|complete|correct|provide|choose|select|check)|correctly|ongeldig|onjuist|niet (geldig|juist|correct)|fout(en)?|moet .{0,30}(zijn|bevatten|hebben)|mag niet leeg|is verplicht|vul .{0,40} in|ungültig|falsch|fehler|muss|pflichtfeld|invalide|incorrecte?|erreur|obligatoire|veuillez)\b/i;
  const GENERAL = /\b(fields?|form|values?|entry|entries|input|data|errors?|mistakes?|information|answers?|veld(en)?|formulier|waarden?|invoer|gegevens|fout(en)?|felder?|formular|eingaben?|fehler|champs?|formulaire|valeurs?|erreurs?)\b/i;
  const EMPTY_WORDS = new Set("name value type number date text field enter your the and for with please this that must".split(" "));
  const fields = page.all(FIELDS).filter((one) => page.seen(one) && !one.disabled);
  if (!fields.length) return [];
  const labels = fields.map((one) => `${page.name(one)} ${one.closest("fieldset")?.querySelector("legend")?.textContent || ""}`);
  const marked = (element) => {
    for (let at = element, n = 0; at && n < 3; at = at.parentElement, n++) {
      if (at.matches("form, body, main, fieldset")) return false;
      if (MARKED.test(`${at.id} ${at.getAttribute("class") || ""}`) || at.matches("[role=alert], [aria-live=assertive]")) return true;
    }
    return false;
  };
  const hits = [];
  const done = new Set();
  for (const { element } of page.texts) {
    const block = element.closest("p, div, span, li, td, output, strong, em, small, b") || element;
    if (done.has(block) || block.matches("label, legend, button, option, a, h1, h2, h3, script, textarea")) continue;
    done.add(block);
    const words = block.textContent.replace(/\s+/g, " ").trim();
    if (words.length < 4 || words.length > 300 || block.querySelector(FIELDS) || block.closest("label, legend, button, option") || !page.seen(block) || !WRONG.test(words)) continue;
    const error = marked(block);
    if (!error) continue;
    const near = block.closest("form, [role=form], fieldset, main, body");
    const mine = fields.filter((one) => near.contains(one));
    if (!mine.length) continue;
    if (!page.heard(block)) {
      const told = mine.some((one) => [...page.refs(one, "aria-describedby"), ...page.refs(one, "aria-errormessage"), ...page.refs(one, "aria-labelledby")].some((ref) => ref.contains(block)));
      // The same words may stand somewhere in the tree, for a screen reader only.
      const twin = page.texts.some((other) => page.heard(other.element) && page.plain(other.words).includes(page.plain(words)));
      if (!told && !twin) hits.push({ element: block, message: "hidden", data: { text: words.slice(0, 100) } });
      continue;
    }
    if (mine.length < 2 || !GENERAL.test(words) || mine.some((one) => one.getAttribute("aria-invalid") === "true")) continue;
    const belongs = mine.some((one) => [...page.refs(one, "aria-describedby"), ...page.refs(one, "aria-errormessage")].some((ref) => ref.contains(block)));
    let around = block.parentElement;
    while (around && !mine.some((one) => around.contains(one))) around = around.parentElement;
    const alone = around && mine.filter((one) => around.contains(one)).length === 1;
    const said = new Set(page.plain(words).split(" "));
    const named = labels.some((label) => page.plain(label).split(" ").some((word) => word.length > 2 && !EMPTY_WORDS.has(word) && said.has(word)));
    const listed = block.parentElement.querySelector("ul, ol, a[href^='#']") || block.nextElementSibling?.matches("ul, ol");
    if (!belongs && !alone && !named && !listed) hits.push({ element: block, message: "names-no-field", data: { text: words.slice(0, 100) } });
  }
  return hits;
}
