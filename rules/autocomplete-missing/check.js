({ page }) => {
  const PURPOSES = [
    ["email", /^(your |my |uw |jouw |ihre |votre )?(e ?mail( ?address| ?adres| ?adresse)?|adresse e ?mail)( required| verplicht)?$/],
    ["tel", /^(your |my |uw |jouw )?((mobile |home )?(tele)?phone( number)?|mobile( number)?|telefoon(nummer)?|mobiel( nummer)?|telefon(nummer)?|téléphone)( required| verplicht)?$/],
    ["given-name", /^(your |uw |jouw )?(first name|given name|forename|voornaam|vorname|prénom)( required| verplicht)?$/],
    ["family-name", /^(your |uw |jouw )?(last name|family name|surname|achternaam|familienaam|nachname|nom de famille)( required| verplicht)?$/],
    ["name", /^(your name|full name|uw naam|jouw naam|volledige naam|ihr name|vollständiger name|votre nom)( required| verplicht)?$/],
    ["postal-code", /^(zip( code)?|post(al)? ?code|postcode|plz|postleitzahl|code postal)( required| verplicht)?$/],
    ["street-address", /^(your )?(street( address)?|address|straat( en huisnummer)?|adres|straße|adresse)( required| verplicht)?$/],
    ["bday", /^(your )?(date of birth|birth ?date|birthday|geboortedatum|geburtsdatum|date de naissance)( required| verplicht)?$/],
  ];
  const found = page
    .all("input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=date]")
    .filter((one) => page.seen(one) && page.heard(one) && !one.disabled && !one.readOnly)
    .map((element) => ({ element, purpose: PURPOSES.find(([, words]) => words.test(page.plain(page.name(element))))?.[0] }))
    .filter(({ purpose }) => purpose);
  // One such field alone may be about anybody; two and more ask who one is.
  if (new Set(found.map(({ purpose }) => purpose)).size < 2) return [];
  return found.filter(({ element }) => !element.hasAttribute("autocomplete")).map(({ element, purpose }) => ({ element, message: "missing", data: { name: page.name(element).slice(0, 60), purpose } }));
}
