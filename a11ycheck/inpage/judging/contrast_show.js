// Shows the text again that contrast_text made transparent.
// @requires state
() => {
  const { state } = a11y.state;
  const { roots = [], sheet } = state.transparent ?? {};
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
  delete state.transparent;
};
