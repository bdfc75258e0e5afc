// Skip links that lead nowhere, and pages that repeat what others begin with and offer no way past it.
// @requires dom
const MOST = 5; // skip links

/** @type {Check<"page" | "starts">} */
export default ({ page, starts }) => {
  const hits = [];
  for (const element of page.skips.slice(0, MOST)) {
    const found = target(element);
    const hidden = found && found !== element && !found.checkVisibility();
    if (found && !hidden) continue;
    const data = { name: page.name(element), target: element.getAttribute("href") };
    hits.push({ element, message: "leads-nowhere", data });
  }
  const first = starts[0];
  const same = starts.find(({ answer }) => answer && starts.alike(answer.text));
  if (same) {
    const other = same.answer.title || same.answer.address;
    hits.push({ element: first.element, message: "repeated", data: { page: other } });
  } else if (first) hits.push({ element: first.element, message: "no-way" });
  return hits;
};

/** Return the element that a link leads to; the link itself where a script may do anything ("#", a route). */
function target(link) {
  const fragment = link.getAttribute("href").slice(1);
  if (!fragment || fragment === "top" || /^[/!]/.test(fragment)) return link;
  return a11y.dom.fragmentTarget(link);
}
