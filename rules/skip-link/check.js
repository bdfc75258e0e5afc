({ page, starts }) => {
  const target = (link) => {
    const id = link.getAttribute("href").slice(1);
    let plain = id;
    try {
      plain = decodeURIComponent(id);
    } catch {
      // as it stands
    }
    return !id || id === "top" || id.startsWith("/") || id.startsWith("!") ? link : link.getRootNode().getElementById?.(plain) || document.getElementById(plain) || document.getElementsByName(plain)[0];
  };
  const hits = [];
  for (const link of page.skips.slice(0, 5)) {
    const found = target(link);
    const hidden = found && found !== link && !found.checkVisibility();
    // "#" with a script behind it may do anything.
    if (!found || hidden) hits.push({ element: link, message: "leads-nowhere", data: { name: page.name(link), target: link.getAttribute("href") } });
  }
  const first = starts[0];
  const same = starts.find(({ answer }) => answer && starts.alike(answer.text));
  if (same) hits.push({ element: first.element, message: "repeated", data: { page: same.answer.title || same.answer.address } });
  else if (first) hits.push({ element: first.element, message: "no-way" });
  return hits;
}
