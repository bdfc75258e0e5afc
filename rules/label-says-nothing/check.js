({ page }) => {
  const EMPTY = new Set(
    "menu|field|input|input field|text field|textfield|textbox|text box|label|form|form field|box|go|ok|okay|submit|send|button|veld|invoer|invoerveld|tekstvak|tekstveld|formulier|knop|feld|eingabe|eingabefeld|textfeld|formular|champ|champ de texte|saisie|formulaire|untitled|undefined|null".split("|"),
  );
  const HEADING = /^(untitled( slide| page| section| document)?|heading( ?\d+)?|title|subtitle|header|headline|new (slide|page|section|heading)|section title|your title here|add title|lorem ipsum.*|kop ?\d*|titel|koptekst|nieuwe (dia|pagina|sectie)|naamloos|titel hier|überschrift( \d+)?|unbenannt|titre( \d+)?|sans titre|undefined|null)$/;
  const TYPED = "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], input[type=url], input[type=number], input[type=date], input[type=password], textarea, [role=textbox], [role=searchbox], [role=spinbutton]";
  const hits = [];
  // The words of the label that can be seen, and those that are only heard.
  const labels = (field) => {
    const sources = field.hasAttribute("aria-labelledby") ? page.refs(field, "aria-labelledby") : [...(field.labels || [])];
    const words = (list) => page.plain(list.map((one) => [...one.childNodes].map((child) => (child === field || (child.nodeType === 1 && child.contains(field)) ? "" : child.textContent)).join(" ") || one.value || "").join(" "));
    return { seen: words(sources.filter((one) => page.seen(one))), hidden: words(sources.filter((one) => !page.seen(one))), any: sources.length };
  };
  const twins = new Map();
  for (const field of page.all(TYPED)) {
    if (!page.heard(field) || !page.seen(field)) continue;
    const { seen, hidden, any } = labels(field);
    const name = page.name(field);
    if (any && seen && EMPTY.has(seen)) hits.push({ element: field, message: hidden ? "label-hidden" : "label", data: { label: seen } });
    else if (EMPTY.has(page.plain(name))) hits.push({ element: field, message: "label", data: { label: name } });
    if (seen && any) {
      if (!twins.has(seen)) twins.set(seen, []);
      twins.get(seen).push({ field, hidden });
    }
  }
  for (const [label, all] of twins) {
    for (let n = 1; n < Math.min(all.length, 50); n++) {
      const [one, two] = [all[n - 1].field, all[n].field];
      const set = (field) => field.closest("fieldset, [role=group], [role=radiogroup], tr, li, section, form");
      if (set(one) !== set(two)) continue;
      // Only words that nobody sees tell the two apart.
      if (all[n].hidden && all[n].hidden !== all[n - 1].hidden) hits.push({ element: two, message: "label-hidden", data: { label } });
      else {
        const range = document.createRange();
        range.setStartAfter(one);
        range.setEndBefore(two);
        const between = range.cloneContents();
        if (!between.querySelector("h1, h2, h3, h4, h5, h6, legend, [role=heading], hr, p, strong, b")) hits.push({ element: two, message: "label-twice", data: { label } });
      }
    }
  }
  for (const heading of page.all("h1, h2, h3, h4, h5, h6, [role=heading]")) {
    // The name differs from the text only where something else gives it.
    const plain = !heading.matches("[aria-label], [aria-labelledby]") && !heading.querySelector("img, svg, input, [aria-label], [aria-hidden]");
    if ((plain && !HEADING.test(page.plain(heading.textContent))) || page.role(heading) !== "heading" || !page.heard(heading)) continue;
    const words = page.plain(page.name(heading) || heading.textContent);
    if (HEADING.test(words)) hits.push({ element: heading, message: "heading", data: { heading: heading.textContent.trim().slice(0, 80) || words } });
  }
  return hits;
}
