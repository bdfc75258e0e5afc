// What the focus did in each dialog that was opened. A fault is certain only of a dialog that says that the rest of the
// page waits, or that the browser treats so.

/** @type {Check<"operate">} */
export default ({ operate }) => {
  const hits = [];
  for (const { element, name, dialog, focus } of operate) {
    if (!dialog?.modal || !focus || !element) continue;
    const box = dialog.element?.isConnected ? dialog.element : element;
    const data = { name, dialog: dialog.name || name };
    if (/^(out|nowhere)$/.test(focus.enters) && dialog.stops) hits.push({ element, message: "not-moved", data });
    if (focus.leaves) {
      const behind = focus.behind?.element;
      const message = focus.hidden ? "leaves" : "leaves-beside";
      hits.push({ element: behind?.isConnected ? behind : box, message, data });
    }
    if (!focus.escapes && !focus.closed && !dialog.stops) hits.push({ element: box, message: "no-way-out", data });
    else if (!focus.escapes && focus.closed) hits.push({ element, message: "no-escape", data });
    if (focus.closed && focus.returns === "nowhere") hits.push({ element, message: "lost", data });
  }
  return hits;
};
