// Questions about a person that are asked again, on one page or in one process of several steps.
// @requires text, words/asked_about_others
/** People who confirm an address or invite another person are asked about something else. */
const OTHER = a11y.text.pattern("{asked_about_others}", a11y.words);

/** @type {SiteCheck<"asked" | "outline">} */
export default ({ screens, plain }) => {
  /** @type {ReturnType<SiteCheck<"asked" | "outline">>} */
  const hits = screens.filter(asksTwice).map(pageHit);
  let compared = screens.some((screen) => personalFields(screen).length > 1);
  for (const steps of processes(screens, plain)) {
    const known = new Map();
    for (const screen of steps)
      for (const field of questions(screen)) {
        compared = true;
        const before = known.get(field.purpose);
        if (!before) known.set(field.purpose, { screen, name: field.name });
        else if (before.screen !== screen && !isAboutOther(field) && !screen.asked.same)
          if (!hits.some((hit) => hit.screen === screen)) hits.push(processHit(screen, field, before.screen));
      }
  }
  return compared ? hits : null;
};

function pageHit(screen) {
  const fields = repeated(screen);
  return { screen, message: "on-this-page", data: { name: fields[0].name, n: fields.length } };
}

function processHit(screen, { name }, before) {
  return { screen, message: "in-this-process", data: { name, page: before.title || before.url } };
}

/** Return the fields of a screen that ask a person for something, and that nothing fills in. */
function questions({ asked }) {
  return asked.fields.filter(
    ({ purpose, filled, autocomplete }) => purpose && !filled && (!autocomplete || autocomplete === "off"),
  );
}

function personalFields(screen) {
  return questions(screen).filter((field) => !isAboutOther(field));
}

function isAboutOther({ name, group }) {
  return OTHER.test(`${name} ${group}`);
}

/** Return the fields that ask for something a second time, if there are several groups of fields. */
function repeated(screen) {
  const fields = personalFields(screen);
  if (new Set(fields.map(({ form, group }) => `${form}|${group}`)).size < 2) return [];
  return fields.filter((field, n) => fields.findIndex(({ purpose }) => purpose === field.purpose) < n);
}

/** An address for the invoice and one for the delivery: the same two questions at least, in the same form. */
function asksTwice(screen) {
  const fields = personalFields(screen);
  const twice = repeated(screen);
  if (twice.length < 2 || screen.asked.same) return false;
  return twice.every((field) => {
    const first = fields.find(({ purpose }) => purpose === field.purpose);
    return field.form === first.form && field.group !== first.group;
  });
}

/** Return the screens of each process, in the order of its steps: those in one folder with the same number of steps. */
function processes(screens, plain) {
  const found = new Map();
  for (const screen of screens) {
    if (!screen.asked.step) continue;
    const folder = plain(screen.outline.address).replace(/[^/]*$/, "");
    const process = `${folder}|${screen.asked.step[2]}`;
    found.set(process, [...(found.get(process) || []), screen]);
  }
  for (const steps of found.values()) steps.sort((a, b) => Number(a.asked.step[0]) - Number(b.asked.step[0]));
  return found.values();
}
