// Notes from now on what changes by itself in this frame: texts, with the seconds at which they did, and media that
// play.
// @requires dom, state, text
const MOST = 400; // changes
const MOST_ROOTS = 200;
const MOST_MEDIA = 50;

export default () => {
  const changes = new Map();
  const note = noter(changes, performance.now());
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of /** @type {any[]} */ (records)) {
      if (type === "characterData") note(target, target.data);
      else for (const node of addedNodes) if (node.nodeType === 3 && node.data.trim()) note(target, node.data);
    }
  });
  const roots = a11y.dom.roots(document, { most: MOST_ROOTS });
  for (const root of roots) observer.observe(root, { subtree: true, childList: true, characterData: true });
  const media = roots.flatMap((root) => [...root.querySelectorAll("audio, video")]).slice(0, MOST_MEDIA);
  a11y.state.state.watch = { observer, changes, media: media.map((element) => [element, element.currentTime]) };
};

function noter(changes, began) {
  let left = MOST;
  return (node, words) => {
    const element = node.nodeType === 3 ? node.parentElement : node;
    if (!element || left-- <= 0) return;
    const kept = changes.get(element) ?? [];
    kept.push([(performance.now() - began) / 1000, a11y.text.collapse(words, 60)]);
    changes.set(element, kept);
  };
}
