({ links }) =>
  links
    .filter(({ empty, points }) => empty || points)
    .map(({ element, name, format }) => ({ element, message: format ? "format" : "says-nothing", data: { name } }))
