// What the focus did in each dialog that was opened. Only of a dialog that says that the rest of the page waits, or
// that the browser treats so, is a fault certain.
({ operate }) => {
  const hits = [];
  for (const { element, name, dialog, focus } of operate) {
    if (!dialog || !focus || !element) continue;
    const box = dialog.element;
    const at = box?.isConnected ? box : element;
    const data = { name, dialog: dialog.name || name };
    if (!dialog.modal) continue;
    if (/^(out|nowhere)$/.test(focus.enters) && dialog.stops) hits.push({ element, message: "not-moved", data });
    if (focus.leaves) {
      const behind = focus.behind?.element;
      hits.push({ element: behind?.isConnected ? behind : at, message: focus.hidden ? "leaves" : "leaves-beside", data });
    }
    if (!focus.escapes && !focus.closed && !dialog.stops) hits.push({ element: at, message: "no-way-out", data });
    else if (!focus.escapes && focus.closed) hits.push({ element, message: "no-escape", data });
    if (focus.closed && focus.returns === "nowhere") hits.push({ element, message: "lost", data });
  }
  return hits;
}
