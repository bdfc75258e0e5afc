// What many checks want to know of an element, asked once: name, role, seen, heard, language; and the page's texts.
(axe) => {
  const { aria, dom, text } = axe.commons;
  const MOST_TEXTS = 8000; // text nodes; `bounded` tells that there were more
  const MOST = 5000; // elements of one kind
  const once = (work) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) known.set(key, work(key));
      return known.get(key);
    };
  };
  const node = (element) => axe.utils.getNodeFromTree(element);
  const parent = (element) => element.assignedSlot || element.parentElement || (element.getRootNode().host ?? null);
  const plain = (words) =>
    words
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  // The browser's own search is twenty times as quick as axe's, but does not enter shadow roots.
  const shadows = [...document.querySelectorAll("*")].some((element) => element.shadowRoot);
  const search = (selector) =>
    shadows ? axe.utils.querySelectorAll(axe._tree[0], selector).map(({ actualNode }) => actualNode) : [...document.querySelectorAll(selector)];
  const all = once((selector) => {
    const found = search(selector);
    if (found.length > MOST) facts.bounded = true;
    return found.slice(0, MOST);
  });
  const seen = once((element) => dom.isVisibleOnScreen(element));
  const heard = once((element) => dom.isVisibleToScreenReaders(element));
  const role = once((element) => (node(element) ? aria.getRole(node(element)) : null) || "");
  const name = once((element) => (node(element) ? text.accessibleTextVirtual(node(element)).replace(/\s+/g, " ").trim() : ""));
  const style = once((element) => getComputedStyle(element));
  const box = once((element) => element.getBoundingClientRect());
  const refs = (element, attribute) =>
    (element.getAttribute(attribute) || "")
      .split(/\s+/)
      .map((id) => id && element.getRootNode().getElementById?.(id))
      .filter(Boolean);
  // BCP 47: unknown, many, none, not coded. Whoever says so claims no language that could be another.
  const NO_LANGUAGE = /^(und|mul|zxx|mis)(-|$)/i;
  // The element that says the language, and what it says ("" when nobody says it).
  const language = once((element) => {
    for (let at = element; at; at = parent(at)) {
      const said = at.getAttribute("lang") ?? at.getAttribute("xml:lang");
      if (said !== null && said !== undefined) return { said: NO_LANGUAGE.test(said.trim()) ? "" : said.trim(), by: at };
    }
    return { said: "", by: null };
  });
  const facts = { node, parent, plain, all, seen, heard, role, name, style, box, refs, language, once, bounded: false };
  // Each text of the page with the element that it stands in, in document order.
  const read = () => {
    const found = [];
    const walk = (nodes) => {
      for (const one of nodes) {
        if (found.length >= MOST_TEXTS) return void (facts.bounded = true);
        const { nodeType, nodeName } = one.props;
        if (nodeType === 3) {
          const words = one.actualNode.data.replace(/\s+/g, " ").trim();
          const element = one.parent?.actualNode;
          if (words && element) found.push({ element, words, text: one.actualNode });
        } else if (nodeType === 1 && !/^(script|style|noscript|template|head|svg|math|iframe|textarea)$/.test(nodeName)) walk(one.children);
      }
    };
    walk(axe._tree);
    return found;
  };
  // Links within the page that say that they skip something.
  const SKIP = /^(skip|jump|go (directly )?to (the )?(main|content)|direct naar|ga (direct )?naar (de )?(inhoud|hoofdinhoud)|naar (de )?(inhoud|hoofdinhoud)|sla .* over|spring naar|zum (haupt)?inhalt|zur? (haupt)?(navigation|inhalt)|direkt zum|aller (directement )?au contenu|passer au contenu|accéder au contenu)/i;
  let skips = null;
  Object.defineProperty(facts, "skips", { get: () => (skips ??= all("a[href^='#']").filter((one) => (heard(one) || seen(one)) && SKIP.test(name(one).trim()))) });
  let texts = null;
  Object.defineProperty(facts, "texts", { get: () => (texts ??= read()) });
  // Words of the blocks before and after an element, as heard or as seen, up to `most` letters on each side.
  facts.near = (element, which = heard, most = 1500) => {
    const order = facts.texts;
    const at = order.findIndex((one) => element.compareDocumentPosition(one.text) & Node.DOCUMENT_POSITION_FOLLOWING);
    const take = (step, from) => {
      const words = [];
      for (let n = from, length = 0; n >= 0 && n < order.length && length < most; n += step) {
        if (!which(order[n].element) || element.contains(order[n].element)) continue;
        words.push(order[n].words);
        length += order[n].words.length;
      }
      return step < 0 ? words.reverse().join(" ") : words.join(" ");
    };
    const split = at < 0 ? order.length : at;
    return { before: take(-1, split - 1), after: take(1, split) };
  };
  return facts;
}
