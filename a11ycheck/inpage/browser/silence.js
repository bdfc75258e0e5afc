// Keeps a document from sending anything more: what it sends while it unloads cannot be intercepted.
() => {
  Object.defineProperty(Navigator.prototype, "sendBeacon", { value: () => true });
  globalThis.fetch = () => new Promise(() => {});
  XMLHttpRequest.prototype.send = () => {};
};
