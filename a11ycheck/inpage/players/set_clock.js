// A clock that begins at another moment and runs on as any; there before the documents of one folder.
export default (folder, moment) => {
  if (!location.pathname.startsWith(folder)) return;
  const RealDate = Date;
  const behind = RealDate.now() - moment;
  const Clock = class extends RealDate {
    constructor(...given) {
      // @ts-expect-error: a date takes one to seven arguments
      super(...(given.length ? given : [RealDate.now() - behind]));
    }
    static now() {
      return RealDate.now() - behind;
    }
  };
  Object.defineProperty(Clock, "name", { value: "Date" });
  globalThis.Date = /** @type {any} */ (Clock);
};
