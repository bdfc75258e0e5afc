// A clock of ours for a tab that nobody else looks at, put there before its page: timers and dates follow it.
// `a11ycheckClock(ms)` lets time pass, one timer after the other, so that none is left out.
(() => {
  const MOST = 20000; // calls in one go
  const OldDate = Date;
  const every = setInterval.bind(globalThis);
  const later = setTimeout.bind(globalThis);
  const real = performance.now.bind(performance);
  const timers = new Map();
  let now = real();
  let seen = real();
  let ids = 1000000;
  let passing = false;
  const began = OldDate.now() - now;
  const add = (call, ms, args, again) => {
    const wait = Math.max(Number(ms) || 0, again ? 4 : 0);
    timers.set(++ids, { at: now + wait, every: again ? wait : 0, call: typeof call === "function" ? () => call(...args) : () => (0, eval)(String(call)) });
    return ids;
  };
  const pass = async (until) => {
    passing = true;
    for (let n = 0; n < MOST; n++) {
      let first = null;
      for (const [id, timer] of timers) if (timer.at <= until && (!first || timer.at < first[1].at)) first = [id, timer];
      if (!first) break;
      const [id, timer] = first;
      now = Math.max(now, timer.at);
      if (timer.every) timer.at = now + timer.every;
      else timers.delete(id);
      try {
        timer.call();
      } catch (error) {
        later(() => { throw error; });
      }
      await null;
    }
    now = Math.max(now, until);
    passing = false;
  };
  every(() => {
    const gone = real() - seen;
    seen += gone;
    if (!passing) pass(now + gone);
  }, 20);
  globalThis.setTimeout = (call, ms, ...args) => add(call, ms, args, false);
  globalThis.setInterval = (call, ms, ...args) => add(call, ms, args, true);
  globalThis.clearTimeout = globalThis.clearInterval = (id) => void timers.delete(id);
  globalThis.Date = class extends OldDate {
    constructor(...given) {
      super(...(given.length ? given : [began + now]));
    }
    static now() {
      return Math.floor(began + now);
    }
  };
  performance.now = () => now;
  globalThis.a11ycheckClock = (ms) => pass(now + ms);
})();
