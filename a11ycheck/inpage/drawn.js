// Resolves when the page was laid out anew, after its scripts had their turn.
() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))
