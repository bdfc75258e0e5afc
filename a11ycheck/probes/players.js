// Video players of this page: which controls their maker put around the video, by their names.
(axe, { page }) => {
  const CONTROLS = {
    play: /\b(play|pause|afspelen|speel|pauze|abspielen|wiedergabe|lecture|lire)\b/i,
    volume: /\b(mute|unmute|volume|dempen|geluid|stumm|ton|lautstärke|son|muet)\b/i,
    captions: /\b(cc|captions?|subtitles?|ondertitel(s|ing)?|bijschriften|untertitel|sous-titres?)\b/i,
    description: /\b(ad|audio.?descriptions?|audiodescriptie|described|descriptions?|audiodeskription|audiodescription)\b/i,
    settings: /\b(settings|options|more|menu|instellingen|opties|meer|einstellungen|paramètres)\b/i,
  };
  const BUTTONS = "button, [role=button], [role=switch], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=slider], input[type=range], input[type=checkbox], a[href], [title], [aria-label]";
  const around = (video) => {
    for (let at = page.parent(video), n = 0; at && n < 5 && at !== document.body; at = page.parent(at), n += 1) {
      const found = [...at.querySelectorAll(BUTTONS)].filter((one) => one !== video);
      if (found.some((one) => CONTROLS.play.test(page.name(one) || one.title))) return found;
    }
    return [];
  };
  return page
    .all("video")
    .filter((video) => page.seen(video))
    .map((element) => {
      const names = around(element).map((one) => ({ one, name: page.name(one) || one.title || "" }));
      const has = (kind) => names.some(({ name }) => CONTROLS[kind].test(name));
      const unnamed = names.some(({ one, name }) => !name && page.seen(one) && /^(button|a)$/.test(one.localName));
      const kinds = [...element.textTracks].map(({ kind }) => kind);
      return {
        element,
        native: element.controls,
        own: has("play"),
        unnamed,
        ...Object.fromEntries(Object.keys(CONTROLS).map((kind) => [kind, has(kind)])),
        tracks: kinds.filter((kind) => kind === "captions" || kind === "subtitles").length,
        shown: [...element.textTracks].some((track) => /^(captions|subtitles)$/.test(track.kind) && track.mode === "showing"),
        descriptions: kinds.includes("descriptions"),
      };
    });
}
