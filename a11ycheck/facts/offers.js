// Which media this page shows and which files it offers, as plain JSON.
(axe, { page, players }) => {
  const name = (address) => (address || "").split(/[?#]/)[0].slice(0, 2000);
  const media = page
    .all("video, audio")
    .slice(0, 100)
    .map((one) => ({
      source: name(one.currentSrc || one.getAttribute("src")),
      kind: one.localName,
      words: [...one.textTracks].length > 0 || players.some(({ element, captions }) => element === one && captions),
    }));
  const files = page.all("track[src], a[href], source[src]").map((one) => name(String(one.href || one.src)));
  return { media, files: [...new Set(files)].filter((one) => /\.\w{2,5}$/.test(one)).slice(0, 500) };
}
