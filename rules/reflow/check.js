({ narrow }) => {
  const rows = narrow.filter(({ at, what, data, element }) => at === "narrow" && what !== "scaled" && !data && element);
  const hits = rows.map(({ element, what, text, other = "", room = "", slide, picture }) => ({
    element,
    message: what === "wide" && slide ? "slide" : what,
    data: { text, other, room },
    picture,
  }));
  // One slide that does not flow is one thing to look at, however many texts are on it.
  const first = hits.find(({ message }) => message === "slide");
  return hits.filter((hit) => hit.message !== "slide" || hit === first);
}
