// The element of this frame to which a box in its window belongs: one that lies in it, else the smallest that holds it. `frame`: it is
// a frame, whose inside begins at `left`, `top`.
(x, y, width, height) => {
  const deepest = (px, py) => {
    let at = document.elementFromPoint(px, py);
    while (at?.shadowRoot) {
      const inner = at.shadowRoot.elementFromPoint(px, py);
      if (!inner || inner === at) break;
      at = inner;
    }
    return at;
  };
  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const overlap = (element) => {
    const box = element.getBoundingClientRect();
    const wide = Math.min(box.right, x + width) - Math.max(box.left, x);
    const high = Math.min(box.bottom, y + height) - Math.max(box.top, y);
    return { own: box.width * box.height || 1, shared: wide > 0 && high > 0 ? wide * high : 0 };
  };
  // What moves across a wide path is nowhere for long: first what lies within the path now.
  const within = (element) => {
    const { own, shared } = overlap(element);
    return shared > own * 0.7 && shared > width * height * 0.05 ? shared : 0;
  };
  const points = [];
  for (let n = 1; n < 12; n++) points.push(deepest(x + (width * n) / 12, y + height / 2));
  const animated = (document.getAnimations?.() ?? []).slice(0, 200).map(({ effect }) => effect?.target);
  const inside = [...animated, ...points].filter((one) => one && one !== document.body && one !== document.documentElement && within(one));
  let at = inside.sort((one, other) => within(other) - within(one))[0];
  if (!at) {
    at = deepest(x + width / 2, y + height / 2);
    while (at && at !== document.body && at !== document.documentElement && overlap(at).shared < width * height * 0.6 && parent(at)) at = parent(at);
  }
  if (!at) return null;
  const box = at.getBoundingClientRect();
  const hints = [];
  for (let up = at, n = 0; up && n < 4; up = parent(up), n++) hints.push(`${up.id} ${up.getAttribute("class") ?? ""} ${up.getAttribute("role") ?? ""} ${up.localName}`);
  return { mark: globalThis.a11ycheckMark(at), tag: at.localName, hints: hints.join(" "), text: at.textContent.replace(/\s+/g, " ").trim().slice(0, 80), frame: /^i?frame$/.test(at.localName), left: box.left + at.clientLeft, top: box.top + at.clientTop };
}
