// Large canvases on a page with little text, drawn in front and without an alternative.

/** @type {Check<"canvases">} */
export default ({ canvases }) =>
  canvases
    .filter(({ share, text, front, alternative }) => share >= 0.25 && text < 200 && front && !alternative)
    .map(({ element, share, hidden }) => ({
      element,
      message: hidden ? "hidden" : "no-alternative",
      data: { share: Math.round(Math.min(share, 1) * 100) },
    }));
