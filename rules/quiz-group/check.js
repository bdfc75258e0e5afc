({ page }) => {
  const GROUPS = "fieldset, [role=radiogroup], [role=group], [role=listbox], [role=table], [role=grid], [role=treegrid], table, [role=menu], [role=toolbar]";
  const shown = (element) => page.seen(element) || [...(element.labels || [])].some((label) => page.seen(label));
  const sets = new Map();
  for (const element of page.all("input[type=radio], [role=radio], input[type=checkbox], [role=checkbox]")) {
    if (!page.heard(element) || !shown(element)) continue;
    const radio = element.matches("input[type=radio], [role=radio]");
    const own = element.getAttribute("name");
    // Options without a name belong together when they stand in one box.
    const box = element.closest("ul, ol, form, [class], div, p") || document.body;
    const key = own ? `${radio}|${own.replace(/\d+$|\[\d*\]$/, radio ? "$&" : "")}` : box.parentElement;
    if (!own && !element.hasAttribute("role")) continue;
    if (!sets.has(key)) sets.set(key, { radio, members: [] });
    sets.get(key).members.push(element);
  }
  const named = (element) => {
    for (let at = page.parent(element); at; at = page.parent(at)) {
      if (!at.matches(GROUPS)) continue;
      if (at.matches("table, [role=table], [role=grid]")) return true; // its headers tell
      if (at.localName === "fieldset" ? at.querySelector("legend")?.textContent.trim() || page.name(at) : page.name(at)) return true;
    }
    return false;
  };
  // The last words before the options that stand in one block, and are not the words of an option.
  const BLOCKS = "p, div, td, th, li, dd, dt, h1, h2, h3, h4, h5, h6, section, form, body";
  const asked = (members) => {
    const labels = members.flatMap((one) => [...(one.labels || [])]);
    const end = page.texts.findIndex(({ text }) => members[0].compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
    const before = page.texts
      .slice(0, end < 0 ? undefined : end)
      .slice(-40)
      .filter(({ element }) => page.seen(element) && !members.some((one) => one.contains(element)) && !labels.some((one) => one.contains(element)));
    const block = before.at(-1)?.element.closest(BLOCKS);
    const words = before.filter(({ element }) => element.closest(BLOCKS) === block).map(({ words }) => words);
    return words.join(" ").split(/(?<=[.!?:])\s+(?=\p{Lu})/u).pop()?.trim() || "";
  };
  const hits = [];
  for (const { radio, members } of sets.values()) {
    if (members.length < (radio ? 2 : 3) || members.some(named)) continue;
    const names = members.map((one) => page.plain(page.name(one)));
    // Each name holds the question itself, or points at it.
    const first = names[0].split(" ").slice(0, 3).join(" ");
    if (first.split(" ").length === 3 && names.every((name) => name.startsWith(first))) continue;
    if (members.every((one) => one.hasAttribute("aria-describedby"))) continue;
    const question = asked(members);
    if (question.length < 8) continue;
    if (!radio && !/[?:]$/.test(question)) continue;
    hits.push({ element: members[0], message: radio ? "radios" : "checkboxes", data: { question: question.slice(-100), n: members.length } });
  }
  return hits;
}
