({ media, page }) => {
  const STOPS = /\b(stop|pause|mute|sound off|silence|volume|stoppen|pauzeer|pauze|geluid( uit)?|dempen|stumm|ton aus|couper|muet|son)\b/i;
  const hits = [];
  for (const { element, kind, autoplay, muted, controls, shown, length, sound, loop } of media) {
    if (!autoplay || muted || sound === "no" || element.error) continue;
    // Its own controls, to be seen: that is the way to stop it.
    if (controls && shown) continue;
    if (length !== null && length <= 3 && !loop) continue;
    if (page.all("button, [role=button], [role=switch], [role=slider], input[type=range], input[type=button], summary").some((one) => page.seen(one) && STOPS.test(page.name(one)))) continue;
    const sure = length !== null && sound === "yes";
    hits.push({ element, message: sure ? "plays" : "may-play", data: { seconds: length === null ? "?" : length === Infinity ? "∞" : Math.round(length), kind } });
  }
  return hits;
}
