({ keyboard, page }) => {
  const looped = keyboard.some(({ loop }) => loop);
  return keyboard.flatMap(({ kind, element, name, leads, popup, to }) => {
    if (!element) return [];
    const hit = (message, data = {}) => [{ element, message, data: { name: name ?? page.name(element), ...data } }];
    if (kind === "stop") return leads ? hit("goes-away", { address: leads }) : popup ? hit("opens-window") : [];
    // A place that nobody sees and that sends the focus on keeps it inside a dialog; a frame and a list hand it in.
    if (looped || !page.seen(element) || !page.heard(element) || element.matches("iframe, :has(:focus)")) return [];
    const { width, height } = page.box(element);
    if (width < 3 || height < 3) return [];
    if (/^(listbox|menu|menubar|tree|grid|treegrid|tablist|radiogroup|toolbar|group|radio|tab|option|menuitem\w*|treeitem|gridcell)$/.test(page.role(element))) return [];
    const operable = element.matches("a[href], button, input, select, textarea, summary") || page.role(element) !== "";
    if (!operable) return [];
    return to ? hit("sends-on", { to: /^<[\w-]+/.exec(to)?.[0].slice(1) ?? "" }) : hit("drops-focus");
  });
}
