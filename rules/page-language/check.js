({ languages }) => languages.filter(({ page }) => page).flatMap((one) => {
  const found = languages.verdict(one);
  return found ? [{ element: one.element, message: "other", data: { said: one.said, found } }] : [];
})
