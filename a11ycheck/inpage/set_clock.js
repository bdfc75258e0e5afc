// A clock that begins at another moment and runs on as any; put there before the documents of one folder.
(folder, moment) => {
  if (!location.pathname.startsWith(folder)) return;
  const Now = Date;
  const behind = Now.now() - moment;
  globalThis.Date = class Date extends Now {
    constructor(...given) {
      super(...(given.length ? given : [Now.now() - behind]));
    }
    static now() {
      return Now.now() - behind;
    }
  };
}
