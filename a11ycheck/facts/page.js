// What many checks want to know about an element, worked out once: name, role, seen, heard, language; and the page's
// texts.
// @requires dom, names, text, words/skip_links
const MOST_TEXTS = 8000; // text nodes; `bounded` tells that there were more
const MOST = 5000; // elements of one kind
// BCP 47: unknown, many, none, not coded. These codes declare no particular language.
const NO_LANGUAGE = /^(und|mul|zxx|mis)(-|$)/i;
const UNREAD = /^(script|style|noscript|template|head|svg|math|iframe|textarea)$/;
const SKIP = a11y.text.pattern("^{toContent}|^{further}", a11y.words.skip_links);

/** @type {FactMaker<"page">} */
export default (axe) => {
  const { once, parent, references } = a11y.dom;
  const { aria, dom } = axe.commons;
  const node = (element) => axe.utils.getNodeFromTree(element);
  const search = finder(axe);
  const facts = {
    node,
    parent,
    plain: a11y.text.plain,
    all: once((selector) => {
      const found = search(selector);
      if (found.length > MOST) facts.bounded = true;
      return found.slice(0, MOST);
    }),
    seen: once((element) => dom.isVisibleOnScreen(element)),
    heard: once((element) => dom.isVisibleToScreenReaders(element)),
    role: once((element) => (node(element) ? aria.getRole(node(element)) : null) || ""),
    name: once(a11y.names.accessibleName),
    style: once((element) => getComputedStyle(element)),
    box: once((element) => element.getBoundingClientRect()),
    refs: references,
    language: once(declaredLanguage),
    once,
    bounded: false,
    near: (element, which = facts.heard, most = 1500) => wordsAround(facts.texts, element, which, most),
  };
  lazily(facts, "skips", () =>
    facts
      .all("a[href^='#']")
      .filter((link) => (facts.heard(link) || facts.seen(link)) && SKIP.test(facts.name(link).trim())),
  );
  lazily(facts, "texts", () => {
    const texts = [];
    if (!readTexts(axe._tree, texts)) facts.bounded = true;
    return texts;
  });
  return facts;
};

/** Return a search by selector. The browser's own is twenty times as quick as axe's, but enters no shadow root. */
function finder(axe) {
  const shadows = [...document.querySelectorAll("*")].some((element) => element.shadowRoot);
  if (!shadows) return (selector) => [...document.querySelectorAll(selector)];
  return (selector) => axe.utils.querySelectorAll(axe._tree[0], selector).map(({ actualNode }) => actualNode);
}

function lazily(facts, name, make) {
  const known = a11y.dom.once(make);
  Object.defineProperty(facts, name, { get: () => known(name) });
}

/** Return the element that declares the language of an element, and what it declares ("" when nothing does). */
function declaredLanguage(element) {
  for (const at of a11y.dom.ancestors(element)) {
    const said = at.getAttribute("lang") ?? at.getAttribute("xml:lang");
    if (said !== null && said !== undefined) return { said: NO_LANGUAGE.test(said.trim()) ? "" : said.trim(), by: at };
  }
  return { said: "", by: null };
}

/** Add each text below nodes of axe's tree, in document order; false when there were too many. */
function readTexts(nodes, found) {
  for (const node of nodes) {
    if (found.length >= MOST_TEXTS) return false;
    const { nodeType, nodeName } = node.props;
    if (nodeType === 3) {
      const words = a11y.text.collapse(node.actualNode.data);
      const element = node.parent?.actualNode;
      if (words && element) found.push({ element, words, text: node.actualNode });
    } else if (nodeType === 1 && !UNREAD.test(nodeName) && !readTexts(node.children, found)) return false;
  }
  return true;
}

/** Return the words before and after an element that `which` accepts, up to `most` characters on each side. */
function wordsAround(texts, element, which, most) {
  const at = texts.findIndex(({ text }) => element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
  const take = (step, from) => {
    const words = [];
    for (let n = from, length = 0; n >= 0 && n < texts.length && length < most; n += step) {
      if (!which(texts[n].element) || element.contains(texts[n].element)) continue;
      words.push(texts[n].words);
      length += texts[n].words.length;
    }
    return step < 0 ? words.reverse().join(" ") : words.join(" ");
  };
  const split = at < 0 ? texts.length : at;
  return { before: take(-1, split - 1), after: take(1, split) };
}
