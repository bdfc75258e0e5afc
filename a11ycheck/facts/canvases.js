// Canvases that take a good part of the window, what stands in for them, and how much text the frame has besides.
(axe) => {
  const MOST = 400; // more text than this need not be counted
  const text = () => {
    let length = 0;
    const walk = (nodes) => {
      for (const node of nodes) {
        if (length > MOST) return;
        if (node.props.nodeType === 3) length += node.actualNode.data.trim().length;
        else if (!/^(canvas|script|style|noscript|template|title)$/.test(node.props.nodeName))
          if (node.props.nodeName !== "head" && axe.commons.dom.isVisibleToScreenReaders(node)) walk(node.children);
      }
    };
    walk(axe._tree);
    return length;
  };
  // Small frames are judged by the screen: a quarter of an advertisement is not a quarter of what one sees.
  const window_ = innerWidth * innerHeight;
  const whole = Math.max(window_, Math.min(screen.width * screen.height, 1280 * 800));
  const share = (box) => {
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return width > 0 && height > 0 ? (width * height) / whole : 0;
  };
  // On top at most of nine points: not a moving background behind the lesson.
  const onTop = (element, box) => {
    let hits = 0;
    for (const x of [0.2, 0.5, 0.8])
      for (const y of [0.2, 0.5, 0.8]) {
        let hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        while (hit?.shadowRoot?.elementFromPoint) {
          const inner = hit.shadowRoot.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          if (!inner || inner === hit) break;
          hit = inner;
        }
        // A transparent layer that catches the mouse often lies over a game.
        if (hit === element || (hit && hit.parentNode === element.parentNode && !hit.textContent.trim())) hits++;
      }
    return hits >= 5;
  };
  const found = axe.utils
    .querySelectorAll(axe._tree[0], "canvas")
    .filter((node) => axe.commons.dom.isVisibleOnScreen(node))
    .map((node) => ({ node, element: node.actualNode, box: node.actualNode.getBoundingClientRect() }))
    .filter(({ box }) => share(box) >= 0.05);
  const length = found.length ? text() : 0;
  return found.map(({ node, element, box }) => {
    const figure = element.closest("figure");
    return {
      element,
      share: share(box),
      text: length,
      front: onTop(element, box),
      // Whoever hides it says that it means nothing; whether that is so is for a person.
      hidden: !axe.commons.dom.isVisibleToScreenReaders(node) || element.matches("[role=presentation], [role=none]"),
      alternative:
        element.textContent.trim().length > 0 ||
        element.querySelector("button, a, input, select, textarea, [tabindex], [role], img[alt]") !== null ||
        ["aria-label", "title", "aria-description"].some((name) => (element.getAttribute(name) || "").trim()) ||
        ["aria-labelledby", "aria-describedby", "aria-details"].some((name) =>
          (element.getAttribute(name) || "").split(/\s+/).some((id) => id && element.getRootNode().getElementById?.(id)),
        ) ||
        (figure !== null && figure.textContent.trim().length > 0),
    };
  });
}
