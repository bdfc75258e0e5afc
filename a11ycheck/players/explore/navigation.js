// Going through a long page.
// @requires dom, timing

export default {
  /** Scroll through all of a long page, as a reader does; return whether more came while doing so. */
  async scroll() {
    const boxes = a11y.dom.all("main, [role=main], div, section, article").slice(0, 1500);
    const area = [document.scrollingElement, ...boxes]
      .filter((box) => box && box.scrollHeight > box.clientHeight + 40 && box.clientHeight > 200)
      .find((box) => box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY));
    if (!area) return false;
    const before = area.scrollHeight;
    const start = area.scrollTop;
    for (let step = 0; step < 40 && area.scrollTop + area.clientHeight < area.scrollHeight - 2; step++) {
      area.scrollTop += area.clientHeight * 0.8;
      await a11y.timing.pause(40);
    }
    await a11y.timing.pause(150);
    const grew = area.scrollHeight > before + 20;
    area.scrollTop = start;
    return grew;
  },

  /** Go to a document or a route of this site; return whether it is one. */
  jump(href) {
    const target = new URL(href, document.baseURI);
    if (target.origin !== location.origin) return false;
    location.assign(target.href);
    return true;
  },
};
