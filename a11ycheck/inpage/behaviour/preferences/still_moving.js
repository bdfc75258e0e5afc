// What is animated without end in this frame although the reader asked for less motion: only what changes its place.
// @requires dom, state, text, visibility
const MOVES =
  /^(transform|translate|rotate|scale|left|right|top|bottom|margin\w*|offsetDistance|backgroundPosition\w*)$/;
const WAITS = /load|spinner|progress|busy|skeleton/i;
const WAITING = "progress, [role=progressbar], [aria-busy=true], marquee";
const MOST_ANIMATIONS = 300;
const LASTS = 5000; // ms

export default () => {
  const running = a11y.dom.roots().flatMap((root) => root.getAnimations?.() ?? []);
  const found = new Map();
  for (const animation of [...new Set(running)].slice(0, MOST_ANIMATIONS)) {
    const element = animation.effect?.target;
    if (!element || found.has(element) || !lasts(animation) || !moves(animation) || isWaiting(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < 8 || height < 8) continue;
    const name = a11y.text.collapse(element.textContent, 80);
    found.set(element, { kind: "moves", mark: a11y.state.mark(element), name });
  }
  return [...found.values()].slice(0, 10);
};

function lasts({ effect, playState }) {
  if (playState !== "running" || !effect.target.checkVisibility || !effect.getKeyframes) return false;
  if (!a11y.visibility.isRendered(effect.target)) return false;
  const { iterations, duration } = effect.getTiming();
  return Number(duration) > 0 && (iterations === Infinity || iterations * Number(duration) > LASTS);
}

function moves({ effect }) {
  const steps = effect.getKeyframes();
  const changes = (name) => new Set(steps.map((step) => step[name])).size > 1;
  return Object.keys(steps[0] ?? {}).some((name) => MOVES.test(name) && changes(name));
}

function isWaiting(element) {
  return element.closest(WAITING) || WAITS.test(`${element.id} ${element.getAttribute("class") ?? ""}`);
}
