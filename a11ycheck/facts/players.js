// Video players of this page: which controls their maker put around the video, by their names.
(axe, { page }) => {
  const CONTROLS = {
    play: /\b(play|pause|afspelen|speel|pauze|abspielen|wiedergabe|lecture|lire)\b/i,
    volume: /\b(mute|unmute|volume|dempen|geluid|stumm|ton|lautstärke|son|muet)\b/i,
    captions: /\b(cc|captions?|subtitles?|subs|ondertitel(s|ing|ingen|en)?|bijschriften|untertitel|sous-titr(es?|age))\b/i,
    description: /\b(ad|audio.?descriptions?|audiodescriptie|beeldbeschrijving|described|descriptions?|audiodeskription|audiodescription)\b/i,
    settings: /\b(settings|options|preferences|more|menu|instellingen|voorkeuren|opties|meer|einstellungen|optionen|mehr|paramètres|réglages|préférences)\b/i,
  };
  // What a player draws captions in by itself, where the wishes that the browser knows do not count.
  const LAYER = "[class*=caption i], [class*=subtitle i], [class*=text-track i], [class*=ondertitel i]";
  const BUTTONS = "button, [role=button], [role=switch], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=slider], input[type=range], input[type=checkbox], a[href], [title], [aria-label]";
  // The bar of a player comes and goes. A button that is itself taken away, as that for captions of a film without any,
  // is no control of it.
  const there = (one) => [one, page.parent(one)].every((each) => !each || getComputedStyle(each).display !== "none");
  const around = (video) => {
    for (let at = page.parent(video), n = 0; at && n < 5 && at !== document.body; at = page.parent(at), n += 1) {
      const controls = [...at.querySelectorAll(BUTTONS)].filter((one) => one !== video && there(one));
      if (!controls.some((one) => CONTROLS.play.test(page.name(one) || one.title))) continue;
      const layers = [...at.querySelectorAll(LAYER)].filter((one) => !one.closest("button, a, [role=button], [role=menu], dialog, [role=dialog]") && !one.querySelector("button, a, input, select"));
      return { controls, drawn: layers.length > 0 };
    }
    return { controls: [], drawn: false };
  };
  return page
    .all("video")
    .filter((video) => page.seen(video))
    .map((element) => {
      const { controls, drawn } = around(element);
      const names = controls.map((one) => ({ one, name: page.name(one) || one.title || "" }));
      const has = (kind) => names.some(({ name }) => CONTROLS[kind].test(name));
      const unnamed = names.some(({ one, name }) => !name && page.seen(one) && /^(button|a)$/.test(one.localName));
      const kinds = [...element.textTracks].map(({ kind }) => kind);
      return {
        element,
        native: element.controls,
        own: has("play"),
        drawn,
        unnamed,
        ...Object.fromEntries(Object.keys(CONTROLS).map((kind) => [kind, has(kind)])),
        tracks: kinds.filter((kind) => kind === "captions" || kind === "subtitles").length,
        shown: [...element.textTracks].some((track) => /^(captions|subtitles)$/.test(track.kind) && track.mode === "showing"),
        descriptions: kinds.includes("descriptions"),
      };
    });
}
