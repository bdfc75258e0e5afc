// Articulate Storyline with the player of before 2019, whose objects cannot be reached from outside: its own data
// file lists the slides, the menu goes to most of them, and "next" to those that the menu leaves out.
// @requires timing
export default {
  status() {
    if (!document.querySelector(".main-window-slide-container, #slide-container .slide-container")) return "";
    return currentSlide() ? "ready" : "waiting";
  },

  start() {
    const buttons = document.querySelectorAll(".start-overlay, .play-btn, .cs-button.message-box-button");
    for (const button of buttons) if (button.checkVisibility()) button.click();
  },

  outline,

  async go(key) {
    const slides = await outline();
    const index = slides.findIndex((slide) => slide.key === key);
    if (chooseInMenu(slides, slides[index])) return;
    chooseInMenu(slides, slides[index - 1]);
    await a11y.timing.pause(1500);
    if (currentSlide() === slides[index - 1]?.key) document.querySelector(".slide-control-button-next")?.click();
  },

  isShown(key) {
    return currentSlide() === key && Boolean(document.querySelector(".slide-container .slide-layer.shown"));
  },

  whyMissing() {
    return "locked";
  },
};

function currentSlide() {
  const classes = document.querySelector(".slide-container .slide")?.className ?? "";
  return /(?:^|\s)cs-(\w+)/.exec(classes)?.[1] ?? "";
}

async function outline() {
  const response = await fetch(new URL("html5/data/js/data.js", location.href));
  const source = await response.text();
  const literal = source.slice(source.indexOf(", '") + 3, source.lastIndexOf("'"));
  const { scenes } = JSON.parse(literal.replace(/\\(['\\])/g, "$1"));
  return scenes
    .filter((scene) => !scene.isMessageScene)
    .flatMap(({ slides }) => slides.map(({ id, title }) => ({ key: id, title, path: [] })));
}

/** Click the entry of a slide; return whether the menu lists all slides of that title, and so surely this one. */
function chooseInMenu(slides, wanted) {
  const same = slides.filter(({ title }) => title === wanted?.title);
  const entries = [...document.querySelectorAll("a.cs-listitem, [role=treeitem]")];
  const named = entries.filter((entry) => entry.textContent.trim() === wanted?.title.trim());
  named[same.indexOf(wanted)]?.click();
  return named.length === same.length;
}
