({ links }) =>
  links.filter(({ empty }) => empty).map(({ element, name }) => ({ element, message: "says-nothing", data: { name } }))
