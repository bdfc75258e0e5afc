// How many places outside `marks` could have the focus in this frame, to be seen and not shut off.
(marks) => {
  const mine = new Set(marks.map((mark) => globalThis.a11ycheckMarked[mark]));
  const STOPS = "a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex], [contenteditable]:not([contenteditable=false])";
  let found = 0;
  const read = (root) => {
    for (const one of root.querySelectorAll(STOPS)) {
      if (one.tabIndex < 0 || mine.has(one) || one.closest("[inert]") || !one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      // One radio button of a group stands for all.
      if (/^radio$/i.test(one.type) && [...mine].some((other) => other.type === "radio" && other.name === one.name)) continue;
      const { width, height } = one.getBoundingClientRect();
      if (width > 2 && height > 2) found += 1;
    }
    for (const one of root.querySelectorAll("*")) if (one.shadowRoot) read(one.shadowRoot);
  };
  read(document);
  return found;
}
