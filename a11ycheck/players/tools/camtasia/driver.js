// Camtasia's smart player: one video, with a form and questions that come over it while it plays.
// @requires timing
const PLAY = "#videoClickToPlayLink, #videoClickToPlay, #play";
const FORM = "#first_name, #last_name, #email_address";
const BEGIN = "#tsc_begin_button";

export default {
  status,

  outline() {
    const title = /dc:title="([^"]*)"/.exec(settings())?.[1];
    const name = decodeURIComponent(location.pathname.split("/").pop()).replace(/_player\.html?$/, "");
    const video = { key: "video", title: document.title || title || name, path: [] };
    return hasQuiz() ? [video, { key: "quiz", title: "Quiz", path: [] }] : [video];
  },

  async go(key) {
    if (key !== "quiz") return;
    if (!findVisible(FORM) && !findVisible(BEGIN)) findVisible(PLAY)?.click();
    await a11y.timing.waitUntil(() => findVisible(BEGIN) || document.querySelector("video"), 20);
    fillForm();
    await a11y.timing.waitUntil(() => findVisible(BEGIN)?.disabled === false, 10);
    findVisible(BEGIN)?.click();
  },

  isShown(key) {
    if (key === "video") return status() === "ready";
    // Don't wait for the film: its question stands at a known moment.
    const moment = Number(/startTime="(\d+)"[^>]*tscIQ:/.exec(settings())?.[1]) / 1000;
    const film = document.querySelector("video");
    if (!findQuestion() && film?.readyState > 0 && film.currentTime < moment - 1.5) film.currentTime = moment - 1;
    return Boolean(findQuestion());
  },

  // A quiz that reports to a server of TechSmith shows its film only when that server answers.
  whyMissing(key) {
    if (key !== "quiz") return "";
    return document.querySelector("video") ? "gate" : "offline";
  },

  states() {
    if (findQuestion()) return ["answered"];
    return hasQuiz() ? ["form"] : ["playing"];
  },

  async enter(name) {
    if (name === "answered") return answer();
    if (!findVisible(FORM)) findVisible(PLAY)?.click();
    const isOpen = () => (name === "form" ? findVisible(FORM) || findVisible(BEGIN) : document.querySelector("video"));
    return a11y.timing.waitUntil(isOpen, 30);
  },

  // From one of these states a learner goes on to the next, and not back.
  leave() {
    return true;
  },
};

function status() {
  if (!window.TSC?.mediaPlayer && !document.querySelector("#tscVideoContent")) return "";
  return findVisible(PLAY) || findVisible("video, #tscQuizContainer, #tsc_begin_button") ? "ready" : "waiting";
}

function settings() {
  return window.TSC?.embedded_config_xml ?? "";
}

function hasQuiz() {
  return /tscIQ:question|trackType="Quiz"/.test(settings());
}

function findVisible(selector) {
  const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });
  return [...document.querySelectorAll(selector)].find(isVisible) ?? null;
}

/** Return the first field of a question that stands over the film; null when there is none. */
function findQuestion() {
  const choice = findVisible("input[type=radio], input[type=checkbox]");
  return choice ?? findVisible("textarea, [class*=answer] input[type=text]");
}

function fillForm() {
  for (const field of document.querySelectorAll(FORM)) {
    field.value = field.type === "email" ? "learner@example.org" : "Learner";
    for (const name of ["input", "keyup", "change", "blur"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

/** Choose the first option and submit it; return whether the page then shows something else. */
async function answer() {
  const choice = findQuestion();
  if (!choice) return false;
  const before = document.body.innerText;
  const pictures = document.images.length;
  choice.click();
  const box = choice.closest("form, [id*=quiz], [class*=quiz], [class*=question_set]") ?? document;
  const buttons = [...box.querySelectorAll("button, input[type=submit], input[type=button]")];
  const usable = buttons.filter((button) => button.checkVisibility() && !button.disabled);
  const submits = ({ value, textContent, id }) => /submit|next|check|done/i.test(`${value} ${textContent} ${id}`);
  (usable.find(submits) ?? usable.at(-1))?.click();
  const hasChanged = () => document.body.innerText !== before || document.images.length !== pictures;
  return a11y.timing.waitUntil(hasChanged, 20);
}
