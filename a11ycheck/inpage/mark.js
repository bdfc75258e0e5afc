// Keeps an element under a number, so that a row about it can leave the frame and its element be found again.
(element) => {
  const kept = (globalThis.a11ycheckMarked ??= []);
  const at = kept.indexOf(element);
  return at < 0 ? kept.push(element) - 1 : at;
}
