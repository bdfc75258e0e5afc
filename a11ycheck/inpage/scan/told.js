// Returns what this frame tells of people and secrets: `names` that may be people's, from links to profiles, pictures
// of people and the menu of whoever is signed in, and its `words` as they stand below each other.
// @requires dom
const LONGEST = 20000;
const MOST = 500;
const PROFILE =
  /\/user\/(view|profile)\.php|\/(profiles?|profiel|users?|people|members?|leden|deelnemers?)\/[^/?#]+\/?([?#]|$)/i;
const PICTURE =
  /^(?:profile |user )?(?:picture|photo|avatar|image|afbeelding|foto|profielfoto)s? (?:of|van|for) (.{3,80})$/i;
const SHOWN_NAMES = ".usertext, .userfullname, .user-fullname, .user-name, .username, .user-display-name, [rel=author]";

export default () => {
  const names = new Set();
  for (const element of a11y.dom.elements()) {
    if (names.size >= MOST) break;
    for (const name of namesOf(element)) names.add(name.trim().slice(0, 100));
  }
  return { names: [...names], words: (document.body?.innerText ?? "").slice(0, LONGEST) };
};

function namesOf(element) {
  if (element.localName === "img") {
    return [element.alt, element.title].map((text) => PICTURE.exec(text.trim())?.[1]).filter(Boolean);
  }
  if (element.localName === "a" && PROFILE.test(element.href)) return [element.textContent];
  return !/^(form|body|html)$/.test(element.localName) && element.matches(SHOWN_NAMES) ? [element.textContent] : [];
}
