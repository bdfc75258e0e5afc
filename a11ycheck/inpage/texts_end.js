// Forgets the looks at the texts of this frame and scrolls back to where it was.
() => {
  const [x, y] = globalThis.a11ycheckScrolled ?? [scrollX, scrollY];
  if (x !== scrollX || y !== scrollY) scrollTo({ left: x, top: y, behavior: "instant" });
  delete globalThis.a11ycheckTexts;
  delete globalThis.a11ycheckScrolled;
}
