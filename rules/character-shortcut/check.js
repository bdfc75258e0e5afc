// Shortcuts of one character. Where the page speaks of a switch for them, a person must look.
// @requires text, words/shortcut_switch
const SWITCH = a11y.text.pattern("{shortcut_switch}", a11y.words);

/** @type {Check<"keys" | "page">} */
export default ({ keys, page }) =>
  keys
    .filter(({ kind, element }) => kind === "shortcut" && element)
    .map(({ element, keys: pressed, controls }) => {
      const mentioned = page.texts.some(({ words }) => SWITCH.test(words));
      const message = controls || mentioned || window !== window.top ? "look-for-switch" : "no-switch";
      return { element, message, data: { keys: pressed } };
    });
