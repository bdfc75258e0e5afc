// A clock of ours for a tab that nobody else looks at, there before its page: timers and dates follow it.
// `a11ycheckClock(ms)` lets time pass, one timer after the other, so that none is left out. It runs in the page's own
// world, and is the only name of ours there.
const MOST = 20000; // calls in one go
const STEP = 20; // ms in which the clock follows the real one

export default () => {
  const RealDate = Date;
  const timers = new Map();
  const real = { now: performance.now.bind(performance), later: setTimeout.bind(globalThis) };
  const clock = { now: real.now(), passing: false };
  const began = RealDate.now() - clock.now;
  const pass = passer(clock, timers, real.later);
  follow(clock, pass, real.now, setInterval.bind(globalThis));
  replaceTimers(clock, timers);
  globalThis.Date = /** @type {any} */ (
    class extends RealDate {
      constructor(...given) {
        // @ts-expect-error: a date takes one to seven arguments
        super(...(given.length ? given : [began + clock.now]));
      }
      static now() {
        return Math.floor(began + clock.now);
      }
    }
  );
  performance.now = () => clock.now;
  globalThis.a11ycheckClock = (ms) => pass(clock.now + ms);
};

/** Return a function that lets time pass until a moment, and calls each timer in its turn. */
function passer(clock, timers, later) {
  return async (until) => {
    clock.passing = true;
    for (let n = 0; n < MOST; n++) {
      const id = nextTimer(timers, until);
      if (id === null) break;
      const timer = timers.get(id);
      clock.now = Math.max(clock.now, timer.at);
      if (timer.every) timer.at = clock.now + timer.every;
      else timers.delete(id);
      try {
        timer.call();
      } catch (error) {
        later(() => {
          throw error;
        });
      }
      await null;
    }
    clock.now = Math.max(clock.now, until);
    clock.passing = false;
  };
}

function nextTimer(timers, until) {
  let first = null;
  for (const [id, { at }] of timers) if (at <= until && (first === null || at < timers.get(first).at)) first = id;
  return first;
}

/** Let the clock follow the real one while no time is passed. */
function follow(clock, pass, realNow, every) {
  let seen = realNow();
  every(() => {
    const gone = realNow() - seen;
    seen += gone;
    if (!clock.passing) pass(clock.now + gone);
  }, STEP);
}

function replaceTimers(clock, timers) {
  let ids = 1000000;
  const add = (call, ms, given, again) => {
    const wait = Math.max(Number(ms) || 0, again ? 4 : 0);
    // biome-ignore lint/security/noGlobalEval: setTimeout runs a string in the same way
    const run = typeof call === "function" ? () => call(...given) : () => globalThis.eval(String(call));
    timers.set(++ids, { at: clock.now + wait, every: again ? wait : 0, call: run });
    return ids;
  };
  const clear = (id) => void timers.delete(id);
  const replaced = {
    setTimeout: (call, ms, ...given) => add(call, ms, given, false),
    setInterval: (call, ms, ...given) => add(call, ms, given, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
  Object.assign(globalThis, replaced);
}
