// What changes in this frame. "start" begins; "learn" remembers what changes by itself; "reset" forgets what happened
// so far; "read" waits, then counts: `strong` are texts, parts and states that came, went or changed, `slight` other
// attributes, for which a picture must tell whether anybody sees them. "stop" ends it.
// @requires dom, state, timing
const EVERYTHING = { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true };
const MOST_RECORDS = 5000;
const MOST_ELEMENTS = 20000;
const MEDIA = "img, svg, video, audio, input, iframe, canvas";
const STATE = /^(hidden|open|disabled|src|href|value|checked|selected|aria-(?!describedby|live|busy).*)$/;

export default async (mode, wait = 0) => {
  const { state } = a11y.state;
  if (mode === "start") return start();
  const watch = state.effects;
  if (!watch) return { strong: 0, slight: 0, added: 0 };
  if (wait) await a11y.timing.pause(wait);
  await a11y.timing.drawn();
  watch.records.push(...watch.observer.takeRecords());
  if (mode === "stop") {
    watch.observer.disconnect();
    delete state.effects;
    return null;
  }
  const records = watch.records.splice(0);
  if (mode === "learn") for (const { target } of records) watch.moving.add(target);
  return mode === "read" ? count(records, watch.moving) : null;
};

function start() {
  const { state } = a11y.state;
  state.effects?.observer.disconnect();
  const records = [];
  const observer = new MutationObserver((more) => {
    if (records.length < MOST_RECORDS) records.push(...more);
  });
  observer.observe(document, EVERYTHING);
  let left = MOST_ELEMENTS;
  for (const element of a11y.dom.elements()) {
    if (--left < 0) break;
    if (element.shadowRoot) observer.observe(element.shadowRoot, EVERYTHING);
  }
  state.effects = { records, observer, moving: new Set() };
  return null;
}

function count(records, moving) {
  const found = { strong: 0, slight: 0 };
  const first = new Map();
  for (const record of records) {
    if (isMoving(record.target, moving)) continue;
    if (record.type === "attributes") noteFirst(first, record);
    else if (record.type === "characterData") {
      if (record.target.data.trim() !== (record.oldValue ?? "").trim()) found.strong += 1;
    } else countParts(found, record);
  }
  for (const [target, known] of first)
    for (const [name, was] of known) {
      if (target.getAttribute(name) === was) continue;
      if (STATE.test(name)) found.strong += 1;
      else if (name !== "tabindex") found.slight += 1;
    }
  return found;
}

function isMoving(node, moving) {
  for (let at = node; at; at = at.parentNode ?? at.host) if (moving.has(at)) return true;
  return false;
}

/** Note the value that an attribute had before its first change. */
function noteFirst(first, { target, attributeName, oldValue }) {
  if (target === document.documentElement || target === document.body) return;
  const known = first.get(target) ?? new Map();
  if (!known.has(attributeName)) known.set(attributeName, oldValue);
  first.set(target, known);
}

function countParts(found, { addedNodes, removedNodes }) {
  const added = [...addedNodes].filter((node) => node.isConnected);
  found.strong += added.filter(hasContent).length;
  found.strong += [...removedNodes].filter((node) => !node.isConnected && hasContent(node)).length;
  found.slight += added.filter((node) => node.nodeType === 1 && node.getBoundingClientRect().height > 0).length;
}

function hasContent(node) {
  if (node.nodeType === 3) return node.data.trim() !== "";
  if (node.nodeType !== 1 || /^(script|style|link|meta)$/i.test(node.localName)) return false;
  return node.textContent.trim() !== "" || node.matches(MEDIA) || Boolean(node.querySelector(MEDIA));
}
