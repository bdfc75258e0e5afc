({ logins }) =>
  logins
    .filter(({ refuses }) => refuses)
    .map(({ element, name, autocomplete }) => ({ element, message: /^(off|new-password|one-time-code)$/.test(autocomplete) ? "no-way" : "no-paste", data: { name } }))
