// What is animated without end in this frame although the reader asked for less motion: only what changes its place.
() => {
  const MOVES = /^(transform|translate|rotate|scale|left|right|top|bottom|margin\w*|offsetDistance|backgroundPosition\w*)$/;
  const WAITS = /load|spinner|progress|busy|skeleton/i;
  const rows = [];
  const roots = [document];
  for (const one of roots) for (const host of one.querySelectorAll("*")) if (host.shadowRoot) roots.push(host.shadowRoot);
  const running = roots.flatMap((root) => root.getAnimations?.() ?? []);
  for (const animation of [...new Set(running)].slice(0, 300)) {
    const { effect } = animation;
    const element = effect?.target;
    if (animation.playState !== "running" || !element?.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) || !effect.getKeyframes) continue;
    const { iterations, duration } = effect.getTiming();
    if (!(iterations === Infinity || iterations * Number(duration) > 5000) || !(Number(duration) > 0)) continue;
    const steps = effect.getKeyframes();
    const moved = Object.keys(steps[0] ?? {}).filter((name) => MOVES.test(name) && new Set(steps.map((step) => step[name])).size > 1);
    const { width, height } = element.getBoundingClientRect();
    if (!moved.length || width < 8 || height < 8 || element.closest("progress, [role=progressbar], [aria-busy=true], marquee") || WAITS.test(`${element.id} ${element.getAttribute("class") ?? ""}`)) continue;
    if (rows.some((row) => row.element === element)) continue;
    rows.push({ element, kind: "moves", mark: globalThis.a11ycheckMark(element), name: element.textContent.replace(/\s+/g, " ").trim().slice(0, 80) });
  }
  return rows.slice(0, 10).map(({ element, ...row }) => row);
}
