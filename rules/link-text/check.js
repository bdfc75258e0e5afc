({ links }) =>
  links
    .filter(({ alone, headed }) => alone && !headed)
    .map(({ element, name }) => ({ element, message: "says-nothing", data: { name } }))
