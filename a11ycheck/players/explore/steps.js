// Where a learner could go from here: what leads on, what an outline lists, what opens a menu, what can be pressed.
// @requires commands, controls, names, phrases, text, visibility, words/course_controls, words/course_marks

const AREAS =
  "nav, [role=navigation], [role=tree], [role=menu], [role=menubar], aside, .toc, #toc, .menu, #menu, .outline, " +
  "#outline, .sidebar, #sidebar, .contents, .inhoud, .lessons, .chapters";
const CAROUSELS =
  "[aria-roledescription=carousel], .carousel, .slick-slider, .swiper, .owl-carousel, .flexslider, .splide, " +
  ".gallery, video";

export default {
  /** Return the visible controls that may lead somewhere. */
  steps(stayInDocument) {
    const found = [];
    for (const element of a11y.controls.visibleControls()) {
      const label = a11y.names.visibleName(element);
      const step = classify(element, label, stayInDocument);
      const path = () => a11y.controls.uniqueSelector(element);
      if (step) found.push({ ...step, path: path(), label, disabled: a11y.controls.isDisabled(element) });
      if (found.length >= 400) break;
    }
    return found;
  },

  /** Return the selector that a control seen earlier has now; "" when it isn't there. */
  locate({ href, label, path }) {
    const { visibleControls, isDisabled, uniqueSelector } = a11y.controls;
    const controls = visibleControls();
    const named = () => controls.filter((control) => a11y.names.visibleName(control) === label);
    const isSame = (control) =>
      uniqueSelector(control) === path || control.closest("nav, aside, ul, ol, [role=tree]") !== null;
    const findByName = (candidates) => candidates.find(isSame) ?? (label ? candidates[0] : null);
    const element = href ? controls.find((control) => control.href === href) : findByName(named());
    return element && !isDisabled(element) ? uniqueSelector(element) : "";
  },
};

/**
 * Return the kind of a control, how surely it leads on, and its address; null when it must not be pressed.
 *
 * Words leave nothing alone here: they tell what leads on, and that what ends the course comes last.
 */
function classify(element, label, stayInDocument) {
  const words = a11y.words.course_controls;
  const { startsWithPhrase, mentionsPhrase } = a11y.phrases;
  const codeNames = a11y.controls.codeNames(element);
  if (isToBeAvoided(element, label)) return null;
  const href = leadsTo(element, stayInDocument);
  if (href === null) return null;
  if (a11y.commands.endsCourse(label)) return { kind: "end", score: 0, href };
  if (mentionsPhrase(words.elsewhere, label)) return { kind: "other", score: 0, href: "" };
  if (!href && a11y.phrases.isPhrase(words.tools, label)) return { kind: "other", score: -1, href: "" };
  const saysNext = mentionsPhrase(words.next, label);
  if (mentionsPhrase(words.back, label) || (!saysNext && mentionsPhrase(words.back, codeNames))) {
    return { kind: "back", score: 0, href };
  }
  const score = onwardScore(element, label, codeNames);
  if (score) return { kind: "next", score, href };
  const opens = element.getAttribute("aria-expanded") === "false" || element.hasAttribute("aria-haspopup");
  const isMenuIcon = label.length < 3 && /menu|hamburger|toc\b|outline/.test(codeNames);
  if (startsWithPhrase(words.menu, label) || isMenuIcon) {
    return { kind: href ? "outline" : "menu", score: opens ? 2 : 1, href };
  }
  if (href || element.matches("[role=treeitem], [role=menuitem]")) return { kind: "outline", score: 1, href };
  const isListed = element.closest(AREAS) && label && !element.matches("summary, [aria-expanded], [role=tab]");
  return isListed ? { kind: "outline", score: 1, href: "" } : { kind: "other", score: 0, href: "" };
}

/** Whether a control changes the language, sends a form to another site or leads to a download. */
function isToBeAvoided(element, label) {
  if (a11y.phrases.isPhrase(a11y.words.course_marks.language, label) && !a11y.commands.isAnswer(element)) return true;
  if (element.matches("[hreflang], [download], [type=reset], label")) return true;
  const sends = element.matches("input[type=submit], button[type=submit]");
  return sends && /^https?:/.test(element.form?.getAttribute("action") ?? "");
}

/** Return how surely a control leads to the next screen, from 0 (not at all) to 100. */
function onwardScore(element, label, codeNames) {
  const words = a11y.words.course_controls;
  const { isPhrase, startsWithPhrase, mentionsPhrase } = a11y.phrases;
  const length = a11y.text.plain(label, { compatible: false }).split(" ").length;
  const part = element.closest(CAROUSELS) ? 0.1 : 1;
  if (element.rel === "next") return 100;
  if (isPhrase(words.next, label)) return 100 * part;
  if (startsWithPhrase(words.next, label) && length <= 5) return 80 * part;
  if (label && mentionsPhrase(words.next, label) && length <= 6 && !/^\s*lees verder/i.test(label)) return 50 * part;
  if (/^\s*[›»→>❯⟩▶►➔➜⇨⏵]+\s*$/u.test(label)) return 50 * part;
  const isToggle = /accordion|dropdown|toggle|caret/.test(codeNames);
  if (mentionsPhrase(words.nextIcon, codeNames) && length <= 3 && !isToggle) return 60 * part;
  if (startsWithPhrase(words.start, label) && length <= 5) return 30;
  if (!label && /\b(play|start)\b/.test(codeNames) && !element.closest("video, audio, [class*=player]")) return 20;
  return 0;
}

/** Return the address in this package that a control leads to, "" when it acts as a button, null when it leads away. */
function leadsTo(element, stayInDocument) {
  const href = element.getAttribute("href") ?? element.getAttribute("data-href") ?? "";
  if (!href || href === "#" || /^\s*javascript:/i.test(href)) return "";
  if (/^\s*(mailto|tel|data|blob):/i.test(href)) return null;
  if (!URL.canParse(href, document.baseURI)) return null;
  const target = new URL(href, document.baseURI);
  if (target.origin !== location.origin) return null;
  const isSameDocument = target.pathname === location.pathname && target.search === location.search;
  if (isSameDocument && target.hash) {
    const place = target.hash.length > 1 && document.getElementById(decodeURIComponent(target.hash.slice(1)));
    return place && a11y.visibility.isVisible(place) ? null : target.href;
  }
  if (isSameDocument) return target.hash || location.hash ? target.href : null;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(target.pathname)?.[1]?.toLowerCase() ?? "html";
  if (!["html", "htm", "xhtml", "php", "asp", "aspx", "jsp"].includes(ending)) return null;
  return stayInDocument ? null : target.href;
}
