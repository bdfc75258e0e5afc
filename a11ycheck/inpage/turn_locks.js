// The scripts in this frame's page that hold the screen in one direction.
() =>
  [...document.scripts]
    .filter(({ text }) => /\borientation\s*\??\.\s*lock\s*\(|\b(moz|ms)?lockorientation\s*\(/i.test(text.slice(0, 500000)))
    .slice(0, 3)
    .map((element) => ({ what: "lock", mark: globalThis.a11ycheckMark(element), text: "" }))
