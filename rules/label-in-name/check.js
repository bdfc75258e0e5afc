// Understanding 2.5.3: the words of the visible label stand in the name, in that order, next to each other.
({ page }) => {
  const FROM_CONTENT = new Set(["button", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio", "checkbox", "switch", "tab", "treeitem", "gridcell", "cell", "columnheader", "rowheader", "tooltip", "heading"]);
  const WIDGET = new Set(["button", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio", "checkbox", "switch", "tab", "treeitem"]);
  const ICONS = /icon|awesome|glyph|symbol|fontello|ionicons|dashicons|pictos?\b/i;
  const SIGNS = /^(x|×|[<>«»‹›]|\W|b|i|u|q|\?)$/iu; // a close cross, an arrow, B for bold
  const shown = (element) => {
    let words = "";
    const walk = (one) => {
      if (one.nodeType === 3) {
        words += one.data;
        return;
      }
      if (one.nodeType !== 1 || /^(script|style|select|textarea|input|svg|img|video|iframe)$/.test(one.localName)) return void (words += one.nodeType === 1 ? " " : "");
      if (one !== element && !page.seen(one) && page.style(one).display !== "contents") return;
      const style = page.style(one);
      if (one.textContent.trim() && ICONS.test(style.fontFamily)) return;
      const apart = !/^(inline|contents)$/.test(style.display);
      if (apart) words += " ";
      for (const child of (one.shadowRoot || one).childNodes) walk(child);
      if (apart) words += " ";
    };
    walk(element);
    return words;
  };
  const labels = (element) => [...(element.labels || [])].filter((one) => page.seen(one)).map(shown).join(" ");
  // What stands between brackets explains the label and is no part of it; three dots only say that more follows.
  const tokens = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
      .replace(/[\u2018\u2019']/g, "")
      .match(/[\p{L}\p{N}]+\.?|[×÷=+%€$£]/gu) || [];
  const equal = (label, name) => {
    const short = label.replace(/\.$/, "");
    const full = name.replace(/\.$/, "");
    return short === full || (label.endsWith(".") && short.length > 1 && !/\d/.test(short) && full.startsWith(short));
  };
  const within = (label, name) => {
    for (let start = 0; start + label.length <= name.length; start++) if (label.every((word, n) => equal(word, name[start + n]))) return true;
    return label.join("").replace(/\./g, "") === name.join("").replace(/\./g, "") && !/\d/.test(label.join(""));
  };
  const hits = [];
  for (const element of page.all("[aria-label], [aria-labelledby]")) {
    const role = page.role(element);
    const field = element.matches("input:not([type=hidden], [type=image]), select, textarea");
    if (!field && !WIDGET.has(role)) continue;
    if (!page.heard(element) || !page.seen(element)) continue;
    let label = FROM_CONTENT.has(role) && !field ? shown(element) : "";
    if (element.matches("input[type=button], input[type=submit], input[type=reset]")) label = element.value;
    else if (field) label = labels(element);
    label = label.replace(/\s+/g, " ").trim();
    if (!label || SIGNS.test(label)) continue;
    const wanted = tokens(label);
    const name = page.name(element);
    if (!wanted.length || !name.trim() || !/[\p{L}\p{N}]/u.test(wanted.join(""))) continue;
    if (!within(wanted, tokens(name)) && !within(wanted, tokens(name.replace(/[()[\]]/g, " ")))) hits.push({ element, message: "differs", data: { label: label.slice(0, 100), name: name.slice(0, 100) } });
  }
  return hits;
}
