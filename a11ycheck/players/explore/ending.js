// Whether the content itself says that this is its last screen.
// @requires commands, dom, names, phrases, text, visibility, words/course_controls

const NOT_OF_THE_COURSE =
  "video, audio, [class*=video], [class*=audio], [class*=player], [class*=vjs], [class*=plyr], [class*=load], " +
  "[class*=quiz], [class*=question], [class*=score]";
const PROGRESS =
  "[class*=progress], [id*=progress], [class*=voortgang], [id*=voortgang], [class*=fortschritt], [class*=progression]";
const AREAS =
  "nav, [role=navigation], [role=tree], aside, .toc, #toc, .menu, #menu, .outline, #outline, .sidebar, #sidebar";
const NO_OUTLINE = "[class*=crumb], [aria-label*=crumb i], [aria-label*=kruimel i], [role=tablist]";

export default {
  /** Return "all" when it says that everything was seen, "last" for the last entry of its outline, "" for nothing. */
  ending() {
    if (isComplete()) return "all";
    const places = outlines().map((entries) => ({
      length: entries.length,
      after: entries.length - 1 - entries.findLastIndex(isCurrent),
    }));
    const marked = places.filter(({ length, after }) => after < length);
    if (!marked.length || marked.some(({ after }) => after > 0)) return "";
    return marked.some(({ length }) => length > 1) ? "last" : "all";
  },
};

/** Whether a measure of progress is full: of the course, not of a film, a download or a single question. */
function isComplete() {
  const isCourse = (element) => a11y.visibility.isVisible(element) && !element.closest(NOT_OF_THE_COURSE);
  const bars = a11y.dom.all("[role=progressbar][aria-valuenow], progress[max]").filter(isCourse);
  const isFull = (bar) => Number(bar.ariaValueNow ?? bar.value) >= Number(bar.ariaValueMax ?? bar.max ?? 100);
  const percentages = a11y.dom
    .all(PROGRESS)
    .filter(isCourse)
    .map((element) => /(?:^|[^\d.,])(\d{1,3})\s*%/.exec(element.textContent.slice(0, 200))?.[1])
    .filter(Boolean);
  const isAnyShown = bars.length + percentages.length > 0;
  return isAnyShown && bars.every(isFull) && percentages.every((percentage) => percentage === "100");
}

/** Return the entries of each outline of the page, a closed one too; breadcrumbs don't count: they end where one is. */
function outlines() {
  const areas = a11y.dom.all(AREAS);
  const outer = areas.filter((area) => !areas.some((other) => other !== area && other.contains(area)));
  const isInnermost = (entry) => !entry.querySelector("li, [role=treeitem]");
  const hasText = (entry) => a11y.text.plain(entry.textContent, { compatible: false }) !== "";
  return outer
    .map((area) => [...area.querySelectorAll("li, [role=treeitem]")].filter(isInnermost))
    .map((entries) => entries.filter((entry) => !entry.closest(NO_OUTLINE) && hasText(entry) && !isControl(entry)))
    .filter((entries) => entries.length);
}

/** Whether an entry is a control such as "next" and no part of the course. */
function isControl(entry) {
  const { next, back, tools } = a11y.words.course_controls;
  const name = a11y.names.visibleName(entry);
  if (a11y.commands.endsCourse(name)) return true;
  return [next, back, tools].some((phrases) => a11y.phrases.mentionsPhrase(phrases, name));
}

/** Whether an entry, or something in it, is marked as the current one. */
function isCurrent(entry) {
  const isMarked = (element) =>
    element.matches("[aria-current]:not([aria-current=false]), [aria-selected=true]") ||
    /(^|[-_\s])(current|active|selected)([-_\s]|$)/i.test(element.getAttribute("class") ?? "");
  return [entry, ...entry.querySelectorAll("a, button, span, div")].some(isMarked);
}
