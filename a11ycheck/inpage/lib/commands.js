// @requires dom, names, text, words/course_controls, words/dangerous_controls, words/platform_commands
// What pressing a control does, as far as its name says it. The one place that judges this for what is pressed: on a
// platform, whether it is a command that changes something; in a package, whether it ends the course. Links have
// web/changes.py, whose words of platforms are used here too.
//
// A word counts only as the whole of a short name: a verb, or a verb and what it is about. "Delete", "Delete course"
// and "Kurs löschen" are commands; "They complete the form together" and "No, we do not allow this" are not.

const MOST_WORDS = 4; // that say something
const MOST_UNKNOWN = 3; // where what the verb is about is no thing of a platform
const OF = new Set(["of", "van", "von"]);
const CLAUSES = /[.?!:;()|→·]\s*|\s[–—-]\s/;
const CHOICES = "label, option, [role=radio], [role=checkbox], [role=option], input[type=radio], input[type=checkbox]";
const COMMANDS = "button, a, input, [role=button], [role=link], [role=menuitem]";
const DIALOGS = "dialog, [role=dialog], [role=alertdialog], [class*=modal i]";
const FARTHEST = 4; // elements around a card in which the others are looked for
const MOST_CARDS = 12;

let lists = null;

/**
 * Whether a name is a command that changes something on a platform, and nothing else.
 * @param {string | null | undefined} name
 */
export function isCommand(name) {
  const shown = String(name ?? "").trim();
  const { signs } = words();
  if (signs.some((sign) => shown.startsWith(sign) || shown.endsWith(sign))) return true;
  if (saysOnlyCommand(shown)) return true;
  const parts = shown.split(CLAUSES).filter((part) => /\p{L}/u.test(part));
  return parts.length > 1 && (saysOnlyCommand(parts[0]) || saysOnlyCommand(parts.at(-1)));
}

/**
 * Whether a name says that the course is left, closed or begun anew, and nothing else: "Exit", "Close the window".
 * @param {string | null | undefined} name
 */
export function endsCourse(name) {
  const content = contentOf(plain(name), words().ends);
  if (!content.length || content.length > MOST_WORDS) return false;
  if (words().ends.has(content.join(" "))) return true;
  const isPart = (word) => words().ends.has(word) || words().course.has(word);
  return content.some((word) => words().ends.has(word)) && content.every(isPart);
}

/**
 * Whether a control is an answer to a question: its words are about the subject, and command nothing.
 *
 * That is an option of a form, or one of several cards that stand below a question. In a dialog, or beside "Cancel",
 * what is asked is whether a command is meant.
 * @param {any} element
 */
export function isAnswer(element) {
  if (element.matches(CHOICES)) return true;
  if (!element.matches(COMMANDS) && element.closest(CHOICES)) return true;
  if (element.closest(DIALOGS)) return false;
  const name = a11y.names.visibleName(element);
  if (plain(name).length < 2) return false; // a bare verb stays a command
  const cards = cardsBeside(element);
  if (cards.length < 2 || !cards.includes(element)) return false;
  const names = cards.map((card) => a11y.names.visibleName(card));
  if (new Set(names).size < names.length) return false;
  if (names.some((each) => words().refusals.has(plain(each).join(" ")))) return false;
  return names.filter(isCommand).length <= names.length / 2 && isAsked(element, cards);
}

/** Whether words are a verb and what it is about, at its beginning or, as in Dutch and German, at its end. */
function saysOnlyCommand(text) {
  const { alone, verbs, strong, objects } = words();
  const all = plain(text);
  if (alone.has(all.join(" "))) return true;
  const content = contentOf(all, verbs);
  if (!content.length || content.length > MOST_WORDS) return false;
  const ends = [content[0], content.at(-1)];
  if (content.length === 1 && !strong.has(ends[0])) return alone.has(ends[0]) && !/\d/.test(text); // "Book 3"
  if (OF.has(all[1]) && !strong.has(ends[0])) return false; // a noun: "order of events"
  const isKnown = (word) => verbs.has(word) || objects.has(word);
  if (ends.some((word) => verbs.has(word)) && content.every(isKnown)) return true;
  // What a verb is about may be anything, such as the name of a course.
  if (/[,:;]\s*\p{L}/u.test(text)) return false;
  const isVerb = (word) => strong.has(word) || (content.length <= MOST_UNKNOWN && alone.has(word));
  return isVerb(ends[0]) || (isVerb(ends[1]) && ends[1].endsWith("en"));
}

/** Return words without those that say nothing and without numbers; a verb of several words is one. */
function contentOf(all, verbs) {
  const found = [];
  for (let at = 0; at < all.length; ) {
    const size = [4, 3, 2].find((n) => at + n <= all.length && verbs.has(all.slice(at, at + n).join(" "))) ?? 1;
    const word = all.slice(at, at + size).join(" ");
    if (size > 1 || !(words().fillers.has(word) || /\d/.test(word))) found.push(word);
    at += size;
  }
  return found;
}

/** Return the words of a text in small letters, without accents. */
function plain(text) {
  const folded = String(text ?? "")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  return a11y.text.plain(folded).split(" ").filter(Boolean);
}

/** Return the controls that are made like this one and stand in the same group, with it. */
function cardsBeside(element) {
  const isAlike = (other) =>
    other.localName === element.localName &&
    other.getAttribute("role") === element.getAttribute("role") &&
    String(other.className) === String(element.className);
  for (let around = element.parentElement, up = 0; around && up < FARTHEST; up++, around = around.parentElement) {
    const alike = [...around.querySelectorAll(element.localName)].filter(isAlike);
    if (alike.length > MOST_CARDS) return [];
    if (alike.length > 1) return alike;
  }
  return [];
}

/** Whether the text that stands right before these cards, or names their group, asks something. */
function isAsked(element, cards) {
  const asks = (text) => /[?？]\s*$/.test((text ?? "").trim().slice(-400));
  let around = element.parentElement;
  while (around && !cards.every((card) => around.contains(card))) around = around.parentElement;
  for (let at = around, up = 0; at && up < 2; up++, at = at.parentElement) {
    if (a11y.dom.references(at, "aria-labelledby").some((one) => asks(one.textContent))) return true;
    if (asks(at.getAttribute("aria-label"))) return true;
    const first = cards.find((card) => at.contains(card));
    const isBefore = (child) => child.compareDocumentPosition(first) & 4 && !child.contains(first);
    const before = [...at.children].filter(isBefore);
    if (before.length) return asks(before.at(-1).textContent) || asks(before[0].textContent);
    if (asks(at.previousElementSibling?.textContent)) return true;
  }
  return false;
}

/** Return the lists of words, each as a set; they are made when they are first asked for. */
function words() {
  if (lists) return lists;
  const { dangerous_controls: dangerous, platform_commands: platform, course_controls: course } = a11y.words;
  const set = (...many) => new Set(many.flat().map((word) => plain(word).join(" ")));
  const names = a11y.text.allOf(dangerous.names); // those that web/changes.toml doesn't have: links rarely say them
  lists = {
    signs: platform.signs,
    alone: set(names, platform.strong, platform.alone),
    verbs: set(names, platform.strong, platform.alone, platform.weak),
    strong: set(platform.strong),
    objects: set(platform.objects),
    fillers: set(platform.fillers),
    refusals: set(a11y.text.allOf(dangerous.refusals)),
    ends: set(a11y.text.allOf(course.ends)),
    course: set(a11y.text.allOf(course.parts)),
  };
  return lists;
}
