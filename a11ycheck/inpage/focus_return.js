// Scrolls this frame to where it stood when stop `n` had the focus, and resolves when that was drawn.
async (n) => {
  for (const [one, left, top] of globalThis.a11ycheckFocus?.places.get(n) ?? []) one.scrollTo({ left, top, behavior: "instant" });
  await Promise.race([new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))), new Promise((resolve) => setTimeout(resolve, 250))]);
}
