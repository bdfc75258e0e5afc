// Articulate Storyline with the player of before 2019, whose objects cannot be reached from outside: its own data
// file tells the slides, the menu goes to most of them, and "next" to those that the menu leaves out.
({
  found() {
    if (!document.querySelector(".main-window-slide-container, #slide-container .slide-container")) return "";
    return this.current() ? "ready" : "waiting";
  },
  start() {
    for (const button of document.querySelectorAll(".start-overlay, .play-btn, .cs-button.message-box-button"))
      if (button.checkVisibility()) button.click();
  },
  current() {
    const classes = document.querySelector(".slide-container .slide")?.className ?? "";
    return /(?:^|\s)cs-(\w+)/.exec(classes)?.[1] ?? "";
  },
  async data() {
    const source = await (await fetch(new URL("html5/data/js/data.js", location.href))).text();
    const literal = source.slice(source.indexOf(", '") + 3, source.lastIndexOf("'"));
    return JSON.parse(literal.replace(/\\(['\\])/g, "$1"));
  },
  async outline() {
    const { scenes } = await this.data();
    return scenes
      .filter((scene) => !scene.isMessageScene)
      .flatMap(({ slides }) => slides.map(({ id, title }) => ({ key: id, title, path: [] })));
  },
  async go(key) {
    const slides = await this.outline();
    const place = slides.findIndex((slide) => slide.key === key);
    const press = (wanted) => {
      const same = slides.filter(({ title }) => title === wanted?.title);
      const items = [...document.querySelectorAll("a.cs-listitem, [role=treeitem]")];
      const named = items.filter((item) => item.textContent.trim() === wanted?.title.trim());
      named[same.indexOf(wanted)]?.click();
      return named.length === same.length;
    };
    if (press(slides[place])) return;
    press(slides[place - 1]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (this.current() === slides[place - 1]?.key) document.querySelector(".slide-control-button-next")?.click();
  },
  at(key) {
    return this.current() === key && Boolean(document.querySelector(".slide-container .slide-layer.shown"));
  },
  why() {
    return "locked";
  },
})
