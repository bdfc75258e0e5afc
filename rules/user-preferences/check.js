({ preferences }) =>
  preferences
    .filter(({ element }) => element)
    .map(({ element, kind, name, picture }) => ({ element, message: kind, data: { name }, picture }))
