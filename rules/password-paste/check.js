// Fields for a known password that refuse what is pasted; worse where a password manager cannot fill them in either.
const NOT_FILLED_IN = /^(off|new-password|one-time-code)$/;

/** @type {Check<"logins">} */
export default ({ logins }) =>
  logins
    .filter(({ refuses }) => refuses)
    .map(({ element, name, autocomplete }) => ({
      element,
      message: NOT_FILLED_IN.test(autocomplete) ? "no-way" : "no-paste",
      data: { name },
    }));
