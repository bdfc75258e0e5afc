// What a page does after some minutes without a user.

/** @type {Check<"timeout">} */
export default ({ timeout }) =>
  timeout.map(({ element, what, minutes, text, asks }) => ({
    element,
    message: asks ? "look" : ({ leaves: "leaves", says: "ends" }[what] ?? "look"),
    data: { minutes, text },
  }));
