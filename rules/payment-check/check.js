({ page }) => {
  // What makes it final: "buy now" in a catalogue leads to a basket first.
  const FINAL = /^(pay( now| securely| by .{1,30}| with .{1,30})?( ?[€$£] ?[\d.,]+)?|(pay|betaal|bezahlen|payer) [€$£]? ?[\d.,]+( ?(€|euro|eur))?|place (my |your |the )?order|order and pay|submit (my |your )?order|complete (my |your )?(order|purchase|payment)|confirm (order|purchase|payment|and pay)|nu betalen|betalen|bestelling plaatsen|plaats (uw |je |mijn |de )?bestelling|bestellen met betaalplicht|bestellen en betalen|bestelling (afronden|bevestigen)|definitief (bestellen|inschrijven)|zahlungspflichtig (bestellen|buchen)|kostenpflichtig (bestellen|buchen)|(jetzt )?(bezahlen|kaufen)|payer( maintenant)?|commander avec obligation de paiement|valider (et payer|(la|ma) commande))$/i;
  const CARD = "[autocomplete*=cc-number], [name*=cardnumber i], [id*=cardnumber i], [name*=card-number i], [id*=card-number i], [name=iban i], [id=iban i]";
  const CHECKS = /\b(review|check|verify|summary|overview|your order|order details|controleer|controleren|overzicht|samenvatting|uw bestelling|je bestelling|bestelgegevens|nakijken|prüfen|überprüfen|übersicht|zusammenfassung|ihre bestellung|vérifi\w+|récapitulatif|votre commande)(?![\p{L}])/iu;
  const CHANGES = /\b(edit|change|modify|correct|back|previous|wijzig(en)?|aanpassen|terug|vorige|bearbeiten|ändern|zurück|modifier|corriger|retour|précédente?)(?![\p{L}])/iu;
  const shown = (selector) => page.all(selector).filter((one) => page.seen(one) && page.heard(one));
  const name = (one) => (page.name(one) || "").replace(/\s+/g, " ").replace(/[.!›»→]+$/, "").trim();
  const controls = shown("button, input[type=submit], input[type=button], [role=button]");
  const asked = "input:not([type=hidden], [type=submit], [type=button], [type=search]), select, textarea";
  const final = controls.find((one) => FINAL.test(name(one)) && (one.form ? [...one.form.elements].some((field) => field.matches(asked)) : shown(CARD).length));
  if (!final) return [];
  const around = [...controls, ...shown("a[href]")].filter((one) => one !== final);
  // The words of the step stand in its headings; a sentence further on may be about anything.
  const headings = shown("h1, h2, h3, h4, legend, caption, [role=heading]");
  if (around.some((one) => CHANGES.test(name(one)) && !one.closest("nav, footer")) || headings.some((one) => CHECKS.test(one.textContent))) return [];
  return [{ element: final, message: "no-check", data: { name: name(final) } }];
}
