// H5P: the activities of a page, in its own document or in frames of the same origin; some have screens of their own.
// @requires timing
const CHECK = ".h5p-question-check-answer";
const TURN = ".h5p-dialogcards-current .h5p-dialogcards-turn"; // a card with something on its back
const OPTIONS = "[role=radio], [role=checkbox], .h5p-answer, .h5p-true-false-answer, .h5p-sc-alternative";
const VERDICTS = ".h5p-sc-is-correct, .h5p-sc-is-wrong, .h5p-sc-reveal-correct, .h5p-sc-reveal-wrong";

export default {
  status() {
    const frames = [...document.querySelectorAll("iframe.h5p-iframe, .h5p-iframe-wrapper iframe")];
    const begun = activities();
    const isAnnounced = frames.length || document.querySelector(".h5p-container, .h5p-content");
    if (!begun.length) return isAnnounced ? "waiting" : "";
    // One that never begins must not keep the others waiting.
    if (performance.now() > 12000) return "ready";
    const isEmpty = ({ root }) => !root || root.children.length === 0;
    return frames.some(isLate) || begun.some(isEmpty) ? "waiting" : "ready";
  },

  tool() {
    const [{ instance }, ...more] = activities();
    const { machineName, majorVersion, minorVersion } = instance.libraryInfo ?? {};
    if (more.length || !machineName) return null;
    const version = majorVersion ? `${majorVersion}.${minorVersion}` : "";
    return { name: `H5P ${machineName.replace("H5P.", "")}`, version };
  },

  outline() {
    const found = activities();
    const isAlone = found.length === 1 && screensOf(found[0]).length > 1;
    // Where there are several, the page itself shows the first screen of each.
    const title = found.length > 1 ? document.title : nameOf(found[0]);
    const rows = isAlone ? [] : [{ key: "page", title, path: [] }];
    for (const [index, activity] of found.entries()) {
      const path = [isAlone ? "" : nameOf(activity)].filter(Boolean);
      for (const [n, title] of screensOf(activity).entries()) {
        if (isAlone || n) rows.push({ key: `${index}/${n}`, title, path });
      }
    }
    return rows;
  },

  go(key) {
    if (key === "page") return;
    const { activity, n } = parse(key);
    typeOf(activity)?.go(activity, n);
  },

  async isShown(key) {
    if (key === "page") return true;
    const { activity, n } = parse(key);
    return Boolean(await typeOf(activity)?.isShown(activity, n));
  },

  states() {
    // A video can't be left as it was, once it has been answered.
    if (activities().some(({ instance }) => instance.libraryInfo?.machineName === "H5P.InteractiveVideo")) return [];
    if (visible(TURN).length) return ["turned"];
    // What asks nothing is operated as any other page: panels, hot spots.
    const asks = visible(`${CHECK}, .h5p-sc-alternative`).length > 0;
    if (!asks) return moved().length && activities().length > 1 ? [] : null;
    const names = findOptions() ? ["answered-wrong", "answered-right"] : ["answered"];
    return visible(CHECK).length ? [...names, "solution"] : names;
  },

  async enter(name) {
    if (name === "turned") return turn();
    if (name === "answered-right") return answer("right");
    if (name === "answered-wrong") return answer("wrong");
    return name === "solution" ? showSolution() : answer();
  },

  async leave(name) {
    if (name === "turned") return turn();
    await pressAll(".h5p-question-try-again", 400);
    await pressAll(".h5p-confirmation-dialog-confirm-button", 300); // some ask first whether that is meant
    if (visible(CHECK).length) return true;
    for (const { instance } of activities()) instance.resetTask?.();
    await a11y.timing.pause(400);
    return visible(CHECK).length > 0;
  },
};

/** Return the activities that have begun: their instance, and the element that they stand in. */
function activities() {
  const worlds = [window];
  for (const frame of document.querySelectorAll("iframe")) {
    try {
      if (frame.contentWindow.H5P) worlds.push(frame.contentWindow);
    } catch {
      // of another site
    }
  }
  const nested = ".h5p-content, .h5p-container";
  const isOutermost = (root) => !root.parentElement.closest(nested);
  const rootAt = (world, index) => [...world.document.querySelectorAll(nested)].filter(isOutermost)[index];
  return worlds.flatMap((world) =>
    (world.H5P?.instances ?? []).map((instance, index) => ({
      instance,
      root: instance.$container?.[0] ?? rootAt(world, index) ?? null,
    })),
  );
}

/** Whether a frame for an activity hasn't begun yet. */
function isLate(frame) {
  try {
    return !frame.contentWindow.H5P?.instances?.length;
  } catch {
    return false;
  }
}

function parse(key) {
  const [index, n] = key.split("/").map(Number);
  return { activity: activities()[index], n };
}

function nameOf({ instance }) {
  const library = String(instance.libraryInfo?.machineName ?? "").replace("H5P.", "");
  return String(instance.contentData?.metadata?.title || instance.getTitle?.() || library);
}

function screensOf(activity) {
  return typeOf(activity)?.list(activity) ?? [];
}

/** Return the activities that no longer show their first screen: only these are looked at, the others were before. */
function moved() {
  const isMoved = (activity) => screensOf(activity).length > 1 && !isFirstShown(activity);
  return activities().filter(isMoved);
}

function isFirstShown(activity) {
  const type = typeOf(activity);
  return type.isFirstShown ? type.isFirstShown(activity) : type.isShown(activity, 0);
}

/** Return the visible elements that match, in the activities that are looked at now. */
function visible(selector) {
  const looked = moved();
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  return (looked.length ? looked : activities()).flatMap(({ root }) => all(root, selector).filter(isShown));
}

/** @returns {any[]} */
function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

async function pressAll(selector, ms) {
  const buttons = visible(selector);
  for (const button of buttons) button.click();
  await a11y.timing.pause(ms);
  return buttons.length > 0;
}

function turn() {
  return pressAll(TURN, 900);
}

async function showSolution() {
  const button = ".h5p-question-show-solution";
  if (!visible(button).length) await answer(findOptions() ? "wrong" : "");
  return pressAll(button, 600);
}

/**
 * Return the right and the wrong options of a page with one question, as it tells them to a learning record store;
 * null when it doesn't.
 */
function findOptions() {
  const found = activities();
  const { instance, root } = found[0];
  if (found.length > 1 || !/^H5P\.(MultiChoice|TrueFalse)$/.test(instance.libraryInfo?.machineName)) return null;
  let question;
  try {
    question = instance.getXAPIData().statement.object.definition;
  } catch {
    return null;
  }
  const options = all(root, ".h5p-answer[data-id], .h5p-true-false-answer");
  const wanted = String(question.correctResponsesPattern?.[0] ?? "").split("[,]");
  const ids = question.choices?.map(({ id }) => String(id)) ?? ["true", "false"];
  const right = options.filter((option, index) => wanted.includes(ids[Number(option.dataset.id ?? index)]));
  const wrong = options.filter((option) => !right.includes(option));
  return right.length && wrong.length ? { right, wrong } : null;
}

/** Answer all questions, rightly or wrongly where that is known, and check; return whether there was anything to do. */
async function answer(verdict = "") {
  const options = verdict ? findOptions() : null;
  if (options) for (const option of verdict === "right" ? options.right : options.wrong.slice(0, 1)) option.click();
  else chooseAny();
  for (const field of visible(".h5p-text-input, .h5p-question textarea")) {
    field.value = "x";
    for (const name of ["input", "change", "blur"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  await a11y.timing.pause(200);
  return (await pressAll(CHECK, 700)) || visible(VERDICTS).length > 0;
}

/** Choose the first option of each question. */
function chooseAny() {
  const groups = new Set();
  for (const option of visible(OPTIONS)) {
    const group = option.closest("[role=radiogroup], [role=group], .h5p-sc-slide, .h5p-question") ?? option.parentNode;
    if (!groups.has(group)) option.click();
    groups.add(group);
  }
}

/** Return how the content type of an activity handles its screens; null for a type with one screen. */
function typeOf({ instance }) {
  return parts.content_types[instance.libraryInfo?.machineName]?.(instance) ?? null;
}
