// Notes from now on what changes by itself in this frame: texts (with the seconds at which they did) and media that play.
() => {
  const MOST = 400; // changes
  const began = performance.now();
  const changes = new Map();
  let left = MOST;
  const note = (node, words) => {
    const element = node.nodeType === 3 ? node.parentElement : node;
    if (!element || left-- <= 0) return;
    const kept = changes.get(element) ?? changes.set(element, []).get(element);
    kept.push([(performance.now() - began) / 1000, words.replace(/\s+/g, " ").trim().slice(0, 60)]);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") note(target, target.data);
      else for (const one of addedNodes) if (one.nodeType === 3 && one.data.trim()) note(target, one.data);
    }
  });
  const roots = [document];
  for (let n = 0; n < roots.length && n < 200; n++) {
    observer.observe(roots[n], { subtree: true, childList: true, characterData: true });
    for (const element of roots[n].querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const media = roots.flatMap((root) => [...root.querySelectorAll("audio, video")]).slice(0, 50);
  globalThis.a11ycheckWatch = { observer, changes, media: media.map((element) => [element, element.currentTime]) };
}
