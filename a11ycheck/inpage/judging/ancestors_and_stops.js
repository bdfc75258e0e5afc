// Returns an element, what contains it, and the first places inside it that can have the focus.
// @requires dom
(...place) => {
  const element = a11y.dom.find(place);
  const family = [];
  for (let at = element; at; at = at.parentNode || at.host) family.push(at);
  const stops = element?.querySelectorAll("a[href], button, input, select, textarea, [tabindex]") ?? [];
  family.push(...[...stops].slice(0, 20));
  return family;
};
