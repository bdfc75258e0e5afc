// Finds the fields for name and password on a login page, and where its form sends them.
//
// The name stands just before the password. A search box may stand before both, so only the last field before the
// password counts, and only one of the same form. A page that asks for the name first has no password field yet.

/** CSS pixels. A field that nobody can see is a trap for programs. */
const SMALLEST = 5;
/** Where to look, in parts of a field's width, for what lies on it. An icon or a label covers some of these only. */
const LOOKED_AT = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Return what matches in the document; a picture may hide its members too: `<img name="querySelectorAll">`. */
const all = (selector) => Document.prototype.querySelectorAll.call(document, selector);

/** Return whether what lies on a field is a dialog or a bar over the whole page. */
const isOverPage = (top) => {
  for (let one = top; one; one = Reflect.get(Node.prototype, "parentElement", one)) {
    const isDialog = Element.prototype.matches.call(one, "dialog, [role=dialog], [aria-modal=true]");
    if (getComputedStyle(one).position === "fixed" || isDialog) {
      return true;
    }
  }
  return false;
};

/** Return whether a field is clipped, or lies wholly behind something else than its label. */
const isCovered = (field, box) => {
  if (getComputedStyle(field).pointerEvents === "none") {
    return false; // which cannot be looked at in this way
  }
  const labels = [...(field.labels || [])];
  return LOOKED_AT.every((part) => {
    const top = Document.prototype.elementFromPoint.call(
      document,
      box.left + box.width * part,
      box.top + box.height / 2,
    );
    return top && top !== field && !labels.some((label) => top !== label && label.contains(top)) && !isOverPage(top);
  });
};

/** Return whether a person sees a field, or would see it after scrolling down. */
const isShown = (field) => {
  if (!(field instanceof HTMLInputElement) || field.disabled) {
    return false;
  }
  if (!field.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
    return false;
  }
  const box = field.getBoundingClientRect();
  const isOnPage = box.right + scrollX > 0 && box.bottom + scrollY > 0 && box.left + scrollX < innerWidth;
  return isOnPage && box.width >= SMALLEST && box.height >= SMALLEST && !isCovered(field, box);
};

export default {
  /**
   * Return the field for the name and the one for the password, each null when the page does not show it.
   * @param {{ user: string, password: string }} selectors
   */
  find({ user, password }) {
    const shown = (selector) => [...all(selector)].filter(isShown);
    const secret = shown(password).find((field) => field.type === "password") || null;
    const names = shown(user).filter((field) => field !== secret && field.type !== "password");
    const isBeforeSecret = (name) =>
      name.form === secret.form && name.compareDocumentPosition(secret) & Node.DOCUMENT_POSITION_FOLLOWING;
    const before = secret ? names.filter(isBeforeSecret) : names;
    return [before.at(secret ? -1 : 0) || null, secret];
  },

  /**
   * Return the addresses that get what is typed into a field: of its page, and of its form when this button is pressed,
   * or Enter. A form that scripts send has none.
   * @param {HTMLInputElement} field
   * @param {HTMLButtonElement | HTMLInputElement | null} pressed
   */
  destinations(field, pressed) {
    const page = self.origin === "null" ? "null" : location.href;
    if (!field.form) {
      return [page];
    }
    const buttons = [...all("button, input")].filter(
      (one) => one.form === field.form && ["submit", "image"].includes(one.type),
    );
    const sender = pressed && pressed.form === field.form ? pressed : buttons[0];
    // A field may hide a property of its form: <input name="action">.
    const action = sender?.hasAttribute("formaction")
      ? sender.formAction
      : Reflect.get(HTMLFormElement.prototype, "action", field.form);
    return action.startsWith("javascript:") ? [page] : [page, action];
  },
};
