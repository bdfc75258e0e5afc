({ screens, plain }) => {
  const title = (screen) => screen.title || screen.url;
  const asks = ({ asked }) => asked.fields.filter(({ purpose, filled, autocomplete }) => purpose && !filled && (!autocomplete || autocomplete === "off"));
  // Who confirms an address or invites another person is asked about something else.
  const other = /confirm|bevestig|repeat|herhaal|nogmaals|again|wiederhol|friend|vriend|colleague|collega|emergency|nood|parent|ouder|manager|leidinggevende/i;
  const hits = [];
  let looked = false;
  for (const screen of screens) {
    const fields = asks(screen).filter(({ name, group }) => !other.test(`${name} ${group}`));
    const groups = [...new Set(fields.map(({ form, group }) => `${form}|${group}`))];
    looked ||= fields.length > 1;
    const twice = fields.filter((one, n) => fields.findIndex(({ purpose }) => purpose === one.purpose) < n && groups.length > 1);
    const first = twice.map((one) => fields.find(({ purpose }) => purpose === one.purpose));
    // An address for the invoice and one for the delivery: the same two questions at least, in the same form.
    if (twice.length >= 2 && twice.every((one, n) => one.form === first[n].form && one.group !== first[n].group) && !screen.asked.same)
      hits.push({ screen, message: "on-this-page", data: { name: twice[0].name, n: twice.length } });
  }
  const folder = (screen) => plain(screen.outline.address).replace(/[^/]*$/, "");
  const processes = new Map();
  for (const screen of screens) {
    if (!screen.asked.step) continue;
    const process = `${folder(screen)}|${screen.asked.step[2]}`;
    processes.set(process, [...(processes.get(process) || []), screen]);
  }
  for (const steps of processes.values()) {
    steps.sort((a, b) => Number(a.asked.step[0]) - Number(b.asked.step[0]));
    const known = new Map();
    for (const screen of steps)
      for (const one of asks(screen)) {
        looked = true;
        const before = known.get(one.purpose);
        if (!before) known.set(one.purpose, { screen, name: one.name });
        else if (before.screen !== screen && !other.test(`${one.name} ${one.group}`) && !screen.asked.same && !hits.some((hit) => hit.screen === screen))
          hits.push({ screen, message: "in-this-process", data: { name: one.name, page: title(before.screen) } });
      }
  }
  return looked ? hits : null;
}
