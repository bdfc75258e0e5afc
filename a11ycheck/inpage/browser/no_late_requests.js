// Runs in each document before its own scripts: what sends beside the page, or when it is left, is where no
// interception stands. The first is not there at all; what is sent at the end is sent to nobody.
(() => {
  for (const name of ["SharedWorker", "fetchLater"]) try { delete globalThis[name] } catch {}
  const ask = globalThis.fetch; // a page may report each fetch of its own by a beacon
  let leaving = false;
  const leave = () => { leaving = true };
  addEventListener("pagehide", leave, true);
  addEventListener("unload", leave, true);
  addEventListener("pageshow", () => { leaving = false }, true);
  const replace = (on, name, made) => {
    const was = on?.[name];
    if (typeof was === "function") try { Object.defineProperty(on, name, { value: made(was), writable: true, configurable: true }) } catch {}
  };
  const never = new Promise(() => {});
  replace(Navigator.prototype, "sendBeacon", () => function sendBeacon(url, data = null) {
    if (!leaving) ask.call(globalThis, url, { method: "POST", body: data, mode: "no-cors", credentials: "include" }).catch(() => {});
    return true;
  });
  replace(globalThis, "fetch", (was) => function fetch(what, how) {
    if (leaving) return never;
    const kept = how?.keepalive || (how?.keepalive === undefined && what instanceof Request && what.keepalive);
    return was.call(globalThis, what, kept ? { ...how, keepalive: false } : how);
  });
  replace(XMLHttpRequest.prototype, "send", (was) => function send(...data) {
    if (!leaving) was.apply(this, data);
  });
})();
