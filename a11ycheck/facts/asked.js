// What the fields of this page ask about the person who fills them in, as plain JSON: the purpose, as far as label or
// `autocomplete` tell it, which group or form the field is in, whether it is filled in already.
(axe, { page }) => {
  const PURPOSES = [
    ["email", /^(your |my |uw |jouw |ihre |votre )?(e ?mail( ?address| ?adres| ?adresse)?|adresse e ?mail)$/],
    ["tel", /^(your |my |uw |jouw )?((mobile |home )?(tele)?phone( number)?|mobile( number)?|telefoon(nummer)?|mobiel( nummer)?|telefon(nummer)?|téléphone)$/],
    ["given-name", /^(your |uw |jouw )?(first name|given name|forename|voornaam|vorname|prénom)$/],
    ["family-name", /^(your |uw |jouw )?(last name|family name|surname|achternaam|familienaam|nachname|nom de famille)$/],
    ["name", /^(your name|full name|name|naam|uw naam|jouw naam|volledige naam|ihr name|vollständiger name|votre nom)$/],
    ["postal-code", /^(zip( code)?|post(al)? ?code|postcode|plz|postleitzahl|code postal)$/],
    ["street-address", /^(your )?(street( address)?|address|straat( en huisnummer)?|adres|straße|adresse)$/],
    ["bday", /^(your )?(date of birth|birth ?date|birthday|geboortedatum|geburtsdatum|date de naissance)$/],
    ["organization", /^(company( name)?|organi[sz]ation|bedrijf(snaam)?|organisatie|firma|société)$/],
  ];
  const group = (element) => {
    const around = element.closest("fieldset, [role=group]");
    return around ? page.name(around).slice(0, 80) : "";
  };
  const same = /\b(same as|identical to|copy from|use my|hetzelfde|zelfde|gelijk aan|neem over|wie oben|identisch|identique)\b/i;
  const fields = page
    .all("input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=date]")
    .filter((one) => page.seen(one) && page.heard(one) && !one.disabled && !one.readOnly && !one.closest("search, [role=search]"))
    .slice(0, 200)
    .map((one) => ({
      name: page.name(one).slice(0, 80),
      purpose: PURPOSES.find(([, words]) => words.test(page.plain(page.name(one)).replace(/ (required|verplicht)$/, "")))?.[0] || "",
      filled: one.value !== "" || Boolean(one.getAttribute("list")),
      autocomplete: (one.getAttribute("autocomplete") || "").trim().toLowerCase(),
      form: one.form ? [...document.forms].indexOf(one.form) : -1,
      group: group(one),
    }));
  return {
    fields,
    same: page.all("input[type=checkbox], input[type=radio], button, a[href]").some((one) => page.heard(one) && same.test(page.name(one))),
    // Steps of one process say so: "Step 2 of 4".
    step: /(?:^|[^\p{L}])(step|stap|schritt|étape)\s*(\d+)\s*(of|van|von|sur|\/)\s*(\d+)/iu.exec(`${document.title} ${page.all("h1, h2, h3, [aria-current=step]").filter((one) => page.heard(one)).map((one) => one.textContent).join(" ")}`)?.slice(2, 5) || null,
  };
}
