// The flat tree: elements as a person meets them, through open shadow roots and slots.

/**
 * Return the parent in the flat tree: the slot that shows an element, its parent, or the host of its shadow root.
 *
 * With `slots: false` an element in a slot keeps the parent that it has in the document.
 * @param {any} node
 * @returns {any}
 */
export function parent(node, { slots = true } = {}) {
  return (slots && node.assignedSlot) || node.parentElement || (node.getRootNode().host ?? null);
}

/**
 * Yield an element and those around it in the flat tree, from the inside out.
 * @param {Element | null} element
 * @returns {Generator<any>}
 */
export function* ancestors(element) {
  for (let at = element; at; at = parent(at)) yield at;
}

/**
 * Whether `outer` is, or holds, `inner` in the flat tree.
 * @param {Element} outer
 * @param {Element | null} inner
 */
export function contains(outer, inner) {
  for (const at of ancestors(inner)) if (at === outer) return true;
  return false;
}

/**
 * Whether `outer` is, or holds, `inner` in the document, shadow roots included. Slots are not followed: what stands in
 * a slot belongs to the element that its author put it in.
 * @param {Node} outer
 * @param {any} inner
 */
export function includes(outer, inner) {
  for (let at = inner; at; at = at.parentNode ?? at.host) if (at === outer) return true;
  return false;
}

/**
 * Return a root and the open shadow roots below it, those of one level before those within them; with `depthFirst`,
 * each root is followed by those within it. After `most` roots no more are looked into.
 * @param {Document | ShadowRoot | Element} root
 * @returns {any[]}
 */
export function roots(root = document, { most = Infinity, depthFirst = false } = {}) {
  const found = [root];
  for (let n = 0; n < found.length && n < most; n++) {
    const inner = [];
    for (const element of found[n].querySelectorAll("*")) if (element.shadowRoot) inner.push(element.shadowRoot);
    if (depthFirst) found.splice(n + 1, 0, ...inner);
    else for (const one of inner) found.push(one);
  }
  return found.length > most ? found.slice(0, most) : found;
}

/**
 * Return all elements that match, through open shadow roots: those of a root before those in shadow roots below it.
 * @param {string} selector
 * @param {Document | ShadowRoot | Element} root
 * @returns {any[]}
 */
export function all(selector, root = document) {
  return roots(root, { depthFirst: true }).flatMap((each) => [...each.querySelectorAll(selector)]);
}

/**
 * Yield all elements below a root: a host, what its open shadow root holds, then its own children.
 * @param {Document | ShadowRoot | Element} root
 * @returns {Generator<any>}
 */
export function* elements(root = document) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* elements(element.shadowRoot);
  }
}

/**
 * Yield the elements and text nodes below a root in the order of `elements`; those that match `skip` are left out with
 * all that is in them.
 * @param {Document | ShadowRoot | Element} root
 * @param {string} skip
 * @returns {Generator<any>}
 */
export function* nodes(root = document, skip = "script, style, noscript, template") {
  const accept = (node) =>
    node.nodeType === 1 && node.matches(skip) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    yield node;
    if (node.shadowRoot) yield* nodes(node.shadowRoot, skip);
  }
}

/**
 * Return the element with an id in the same document or shadow root; null for none, and for an empty id.
 * @param {Element} element
 * @param {string} id
 * @returns {any}
 */
export function byId(element, id) {
  return (id && element.getRootNode().getElementById?.(id)) || null;
}

/**
 * Return the elements whose ids an attribute lists, those that exist.
 * @param {Element} element
 * @param {string} attribute
 * @returns {any[]}
 */
export function references(element, attribute) {
  const ids = (element.getAttribute(attribute) || "").split(/\s+/);
  return ids.map((id) => byId(element, id)).filter(Boolean);
}

/**
 * Return the element that a link within the page leads to by its fragment, undefined for none.
 * @param {any} link
 * @returns {any}
 */
export function fragmentTarget(link) {
  let id = link.getAttribute("href").slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // as it stands
  }
  return byId(link, id) ?? document.getElementById(id) ?? document.getElementsByName(id)[0];
}

/**
 * Return a selector that stands for one element in its document or shadow root: the way to it by numbers. It is strong
 * enough for almost any rule of a page.
 * @param {Element} element
 */
export function numberedPath(element) {
  const steps = [];
  for (let at = element; at && at !== document.documentElement; at = at.parentElement)
    steps.unshift(`:nth-child(${[...(at.parentNode?.children ?? [at])].indexOf(at) + 1})`);
  return [...(element.getRootNode() === document ? [":root"] : []), ...steps].join(" > ");
}

/**
 * Return the element at a point of the window, through open shadow roots; null for none.
 * @param {number} x
 * @param {number} y
 * @returns {any}
 */
export function elementAt(x, y) {
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot) {
    const inner = at.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at;
}

/**
 * Return the element that has the focus, through open shadow roots; the body or null when nothing has it.
 * @returns {any}
 */
export function activeElement() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/**
 * Return the element of a place: a selector in the document, then one in each shadow root on the way; null for none.
 * @param {string[]} place
 * @returns {any}
 */
export function find(place) {
  let found = /** @type {any} */ (document);
  for (const selector of place) found = (found?.shadowRoot ?? found)?.querySelector(selector) ?? null;
  return found;
}

/**
 * Return a function that works something out once for each key, such as each element.
 * @template K, V
 * @param {(key: K) => V} work
 * @returns {(key: K) => V}
 */
export function once(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}
