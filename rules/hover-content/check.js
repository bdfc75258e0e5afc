// What shows under the mouse must stay when the mouse goes to it; that it can be put away is only asked where it covers.
({ hover }) =>
  hover
    .filter(({ element, reached, escapes }) => element && (!reached || !escapes))
    .map(({ element, name, text, reached }) => ({ element, message: reached ? "stays" : "flees", data: { name, text } }));
