// Runs in each document before its own scripts: what is sent beside the page, or while it unloads, cannot be
// intercepted. What sends beside the page is removed; what is sent at the end is sent to nobody.
export default () => {
  for (const name of ["SharedWorker", "fetchLater"])
    try {
      delete globalThis[name];
    } catch {
      // it cannot be removed
    }
  const page = { leaving: false };
  for (const end of ["pagehide", "unload"])
    addEventListener(
      end,
      () => {
        page.leaving = true;
      },
      true,
    );
  addEventListener(
    "pageshow",
    () => {
      page.leaving = false;
    },
    true,
  );
  replaceSenders(page, globalThis.fetch);
};

/** Replace what sends. A page may report each fetch of its own by a beacon: that one needs the real `fetch`. */
function replaceSenders(page, realFetch) {
  const never = new Promise(() => {});
  replace(
    Navigator.prototype,
    "sendBeacon",
    () =>
      function sendBeacon(url, data = null) {
        const post = { method: "POST", body: data, mode: "no-cors", credentials: "include" };
        if (!page.leaving) realFetch.call(globalThis, url, post).catch(() => {});
        return true;
      },
  );
  replace(
    globalThis,
    "fetch",
    (real) =>
      function fetch(resource, options) {
        if (page.leaving) return never;
        const isKept = options?.keepalive === undefined && resource instanceof Request && resource.keepalive;
        const isLate = options?.keepalive || isKept;
        return real.call(globalThis, resource, isLate ? { ...options, keepalive: false } : options);
      },
  );
  replace(
    XMLHttpRequest.prototype,
    "send",
    (real) =>
      /** @this {XMLHttpRequest} */
      function send(...data) {
        if (!page.leaving) real.apply(this, data);
      },
  );
}

function replace(owner, name, make) {
  const real = owner?.[name];
  if (typeof real !== "function") return;
  try {
    Object.defineProperty(owner, name, { value: make(real), writable: true, configurable: true });
  } catch {
    // it cannot be replaced
  }
}
