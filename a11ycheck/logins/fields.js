// Finds the fields for name and password on a login page.
//
// The name stands just before the password. A search box may stand before both, so only the last field before the
// password counts, and only one of the same form. A page that asks for the name first has no password field yet.

/**
 * Return the field for the name and the one for the password, each null when the page does not show it.
 * @param {{ user: string, password: string }} selectors
 */
export default ({ user, password }) => {
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter(
      (field) =>
        field instanceof HTMLInputElement && field.checkVisibility({ visibilityProperty: true }) && !field.disabled,
    );
  const secret = shown(password).find((field) => field.type === "password") || null;
  const names = shown(user).filter((field) => field !== secret && field.type !== "password");
  const isBeforeSecret = (name) =>
    name.form === secret.form && name.compareDocumentPosition(secret) & Node.DOCUMENT_POSITION_FOLLOWING;
  const before = secret ? names.filter(isBeforeSecret) : names;
  return [before.at(secret ? -1 : 0) || null, secret];
};
