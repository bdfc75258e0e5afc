// What does not fit into a window of 320 pixels.

/** @type {Check<"narrow">} */
export default ({ narrow }) => {
  const hits = narrow
    .filter(({ at, what, data, element }) => at === "narrow" && what !== "scaled" && !data && element)
    .map(({ element, what, text, other = "", room = "", slide, picture }) => ({
      element,
      message: what === "wide" && slide ? "slide" : what,
      data: { text, other, room },
      picture,
    }));
  // A slide that does not reflow is one thing to look at, however many texts are on it.
  const first = hits.find(({ message }) => message === "slide");
  return hits.filter((hit) => hit.message !== "slide" || hit === first);
};
