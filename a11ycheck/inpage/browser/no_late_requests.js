// Runs in each document before its own scripts: what is sent beside the page, or while it unloads, cannot be
// intercepted. What sends beside the page is removed; what is sent at the end is sent to nobody.
export default () => {
  // The first two are switched off when the browser starts, but another Chromium may not know that switch; the others
  // have none. RTCPeerConnection reaches relays over TCP, past each policy for its datagrams.
  for (const name of ["SharedWorker", "fetchLater", "RTCPeerConnection", "webkitRTCPeerConnection", "PaymentRequest"])
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
  bindBlankWindows();
  ignoreSpeculation();
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
      /** @this {any} */
      function send(...data) {
        if (!page.leaving) real.apply(this, data);
      },
  );
}

/**
 * Bind windows that open blank. What their first document asks for is never intercepted, and this script did not run
 * there: a policy keeps it from sending. It may still show pictures, as such windows do.
 */
function bindBlankWindows() {
  const bound = new WeakSet();
  const binding =
    (real) =>
    (self, ...given) => {
      const opened = Reflect.apply(real, self, given);
      try {
        const blank = opened?.document;
        if (opened !== opened?.parent || !blank || bound.has(blank) || blank.URL !== "about:blank") return opened;
        bound.add(blank);
        const meta = blank.createElement("meta");
        meta.httpEquiv = "Content-Security-Policy";
        meta.content = "connect-src 'none'; worker-src 'none'; form-action 'none'; frame-src 'none'; object-src 'none'";
        blank.head.append(meta);
        meta.remove();
        for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"]) delete opened[name];
        delete opened.ServiceWorkerContainer.prototype.register;
        const own = binding(opened.open);
        opened.open = function open(...more) {
          return own(this, ...more);
        };
      } catch {
        // it is of another origin, which has its own scripts
      }
      return opened;
    };
  for (const owner of [globalThis, Document.prototype])
    replace(owner, "open", (real) => {
      const bind = binding(real);
      return /** @this {any} */ function open(...given) {
        return bind(this, ...given);
      };
    });
}

/** Let no page prefetch or prerender what its links lead to: those requests pass every interception. */
function ignoreSpeculation() {
  const isRule = (value) => `${value}`.trim().toLowerCase() === "speculationrules";
  const type = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "type");
  if (type?.set)
    Object.defineProperty(HTMLScriptElement.prototype, "type", {
      ...type,
      set(value) {
        type.set.call(this, isRule(value) ? "ignored" : value);
      },
    });
  replace(
    Element.prototype,
    "setAttribute",
    (real) =>
      /** @this {any} */
      function setAttribute(name, value) {
        const ignored = this instanceof HTMLScriptElement && `${name}`.toLowerCase() === "type" && isRule(value);
        real.call(this, name, ignored ? "ignored" : value);
      },
  );
  // An observer would cost as much as the document is deep, for each change. Rules wait until the mouse is on a link.
  addEventListener("DOMContentLoaded", () => {
    for (const script of document.querySelectorAll("script[type='speculationrules' i]")) script.remove();
  });
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
