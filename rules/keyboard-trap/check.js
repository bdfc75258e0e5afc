({ keyboard, keys, page }) => {
  const HELP = /\b(how|help|exit|leave|escape|esc|ctrl|alt|hulp|hoe|verlaten|uitleg|hilfe|wie|verlassen|aide|comment|quitter)\b/i;
  return keyboard.flatMap(({ element, mark, loop, order }) => {
    if (!element || !loop) return [];
    const stops = loop.names.slice(0, 6).join(" → ") + (loop.names.length > 6 ? " → …" : "");
    const hit = (message, data = {}) => [{ element, message, data: { stops, ...data }, picture: order }];
    // A loop around all there is keeps nobody from anything on the page.
    if (!loop.others && (loop.names.length > 1 || loop.dialog)) return [];
    if (loop.back) return loop.others && !loop.dialog ? hit("one-way") : [];
    const released = keys.find((row) => row.kind === "trap" && row.mark === mark)?.released ?? "";
    // Dialogs are meant to hold the focus, and to let it go with Escape or a button.
    if (loop.dialog) return released ? [] : hit("dialog-holds");
    const said = loop.names.some((name) => HELP.test(name)) || HELP.test(page.refs(element, "aria-describedby").map((one) => one.textContent).join(" "));
    return released || said ? hit("by-another-way", { by: released === "escape" ? "Esc" : released || loop.names.find((name) => HELP.test(name)) || "?" }) : hit("no-way-out");
  });
}
