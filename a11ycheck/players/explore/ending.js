// Whether the content itself says that this is its last screen.
({
  /** "all" when it says that everything was seen, "last" when this is the last entry of its outline, "" when it says nothing. */
  ending() {
    if (this.complete()) return "all";
    const told = this.outlines().map((entries) => [entries.length, entries.length - 1 - entries.findLastIndex((one) => this.current(one))]);
    const marked = told.filter(([all, after]) => after < all);
    if (!marked.length || marked.some(([, after]) => after > 0)) return "";
    return marked.some(([all]) => all > 1) ? "last" : "all";
  },
  /** A measure of progress that is full: of the course, not of a film, a download or a single question. */
  complete() {
    const other = "video, audio, [class*=video], [class*=audio], [class*=player], [class*=vjs], [class*=plyr], [class*=load], [class*=quiz], [class*=question], [class*=score]";
    const ours = (one) => this.shows(one) && !one.closest(other);
    const bars = this.all("[role=progressbar][aria-valuenow], progress[max]").filter(ours);
    const full = (one) => Number(one.ariaValueNow ?? one.value) >= Number(one.ariaValueMax ?? one.max ?? 100);
    const named = this.all("[class*=progress], [id*=progress], [class*=voortgang], [id*=voortgang], [class*=fortschritt], [class*=progression]").filter(ours);
    const said = named.map((one) => /(?:^|[^\d.,])(\d{1,3})\s*%/.exec(one.textContent.slice(0, 200))?.[1]).filter(Boolean);
    return bars.length + said.length > 0 && bars.every(full) && said.every((one) => one === "100");
  },
  /** The entries of each outline that the page has, a closed one too; a path of crumbs always ends where one is. */
  outlines() {
    const areas = this.all("nav, [role=navigation], [role=tree], aside, .toc, #toc, .menu, #menu, .outline, #outline, .sidebar, #sidebar");
    const outer = areas.filter((one) => !areas.some((other) => other !== one && other.contains(one)));
    const crumbs = "[class*=crumb], [aria-label*=crumb i], [aria-label*=kruimel i], [role=tablist]";
    const leads = (text) => ["next", "back", "never"].some((kind) => this.says(kind, text));
    return outer
      .map((area) => [...area.querySelectorAll("li, [role=treeitem]")].filter((one) => !one.querySelector("li, [role=treeitem]")))
      .map((entries) => entries.filter((one) => !one.closest(crumbs) && this.plain(one.textContent).trim() && !leads(this.label(one))))
      .filter((entries) => entries.length);
  },
  current(entry) {
    const marked = (one) =>
      one.matches("[aria-current]:not([aria-current=false]), [aria-selected=true]") ||
      /(^|[-_\s])(current|active|selected)([-_\s]|$)/i.test(one.getAttribute("class") ?? "");
    return [entry, ...entry.querySelectorAll("a, button, span, div")].some(marked);
  },
})
