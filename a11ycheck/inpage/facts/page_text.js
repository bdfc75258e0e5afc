// Returns the title and the text of a page, after the moment that its scripts may need to write it.
// @requires timing
const MOMENT = 100; // ms
const MOST = 20000; // characters

export default async () => {
  await a11y.timing.pause(MOMENT);
  return { title: document.title, text: (document.body?.innerText || "").slice(0, MOST) };
};
