// Whether text is cut off now in each box that the probe `clips` asked about.
async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const rows = globalThis.a11ycheckAsked?.get("clips") ?? [];
  return rows.map(({ element, cut }) => (element.isConnected ? cut(element) : null));
}
