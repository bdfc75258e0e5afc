({ timeout }) =>
  timeout.map(({ element, what, minutes, text, asks }) => {
    const sure = !asks && (what === "leaves" || what === "says");
    const message = !sure ? "look" : what === "leaves" ? "leaves" : "ends";
    return { element, message, data: { minutes, text } };
  })
