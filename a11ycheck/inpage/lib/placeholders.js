// @requires dom
// Sections that the browser leaves unrendered until somebody scrolls there (content-visibility: auto). They have
// placeholders of another size, so no box in them or below them is where it will be seen.

/**
 * Have all such sections rendered, until the returned function is called. No attribute of the page changes.
 * @returns {() => void}
 */
export function render() {
  const visible = { contentVisibility: "visible" };
  const running = [];
  for (const root of a11y.dom.roots())
    for (const element of root.querySelectorAll("*"))
      if (getComputedStyle(element).contentVisibility === "auto")
        running.push(element.animate([visible, visible], { duration: 1, fill: "both" }));
  return () => running.forEach((each) => void each.cancel());
}
