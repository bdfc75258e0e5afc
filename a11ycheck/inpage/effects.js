// What changes in this frame. "start" begins; "learn" remembers what moves by itself; "reset" forgets what happened so
// far; "read" waits, then counts: `strong` are texts, parts and states that came, went or changed, `slight` other
// attributes, for which a picture must tell whether anybody sees them. "stop" ends it.
async (mode, wait = 0) => {
  const drawn = () => Promise.race([new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))), new Promise((resolve) => setTimeout(resolve, 250))]);
  let watch = globalThis.a11ycheckEffects;
  if (mode === "start") {
    watch?.observer.disconnect();
    watch = globalThis.a11ycheckEffects = { records: [], moving: new Set(), observer: null };
    watch.observer = new MutationObserver((records) => {
      if (watch.records.length < 5000) watch.records.push(...records);
    });
    const all = { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true };
    watch.observer.observe(document, all);
    let left = 20000;
    const pierce = (root) => {
      for (const one of root.querySelectorAll("*")) {
        if (--left < 0) return;
        if (one.shadowRoot) {
          watch.observer.observe(one.shadowRoot, all);
          pierce(one.shadowRoot);
        }
      }
    };
    pierce(document);
    return null;
  }
  if (!watch) return { strong: 0, slight: 0, added: 0 };
  if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
  await drawn();
  watch.records.push(...watch.observer.takeRecords());
  if (mode === "stop") {
    watch.observer.disconnect();
    delete globalThis.a11ycheckEffects;
    return null;
  }
  const records = watch.records.splice(0);
  if (mode === "reset") return null;
  if (mode === "learn") {
    for (const { target } of records) watch.moving.add(target);
    return null;
  }
  const moving = (one) => {
    for (let at = one; at; at = at.parentNode ?? at.host) if (watch.moving.has(at)) return true;
    return false;
  };
  const says = (one) => one.nodeType === 3 ? one.data.trim() !== "" : one.nodeType === 1 && !/^(script|style|link|meta)$/i.test(one.localName) && (one.textContent.trim() !== "" || one.matches("img, svg, video, audio, input, iframe, canvas") || Boolean(one.querySelector("img, svg, video, audio, input, iframe, canvas")));
  const STATE = /^(hidden|open|disabled|src|href|value|checked|selected|aria-(?!describedby|live|busy).*)$/;
  let strong = 0;
  let slight = 0;
  const first = new Map();
  for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of records) {
    if (moving(target)) continue;
    if (type === "attributes") {
      if (target === document.documentElement || target === document.body) continue;
      const known = first.get(target) ?? new Map();
      if (!known.has(attributeName)) known.set(attributeName, oldValue);
      first.set(target, known);
    } else if (type === "characterData") strong += target.data.trim() === (oldValue ?? "").trim() ? 0 : 1;
    else {
      strong += [...addedNodes].filter((one) => one.isConnected && says(one)).length;
      strong += [...removedNodes].filter((one) => !one.isConnected && says(one)).length;
      slight += [...addedNodes].filter((one) => one.nodeType === 1 && one.isConnected && one.getBoundingClientRect().height > 0).length;
    }
  }
  for (const [target, known] of first)
    for (const [name, was] of known) {
      if (target.getAttribute(name) === was) continue;
      if (STATE.test(name)) strong += 1;
      else if (name !== "tabindex") slight += 1;
    }
  return { strong, slight };
}
