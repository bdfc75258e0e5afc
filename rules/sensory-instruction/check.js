({ page }) => {
  const VERB = String.raw`(?:click|press|select|choose|tap|find|see|use|look|open|push|touch|go to|hover|pick|klik|druk|kies|selecteer|tik|zoek|zie|gebruik|kijk|open|ga naar|klicken|drücken|wählen|tippen|suchen|siehe|cliquez|appuyez|choisissez|sélectionnez|trouvez|regardez|utilisez)\w*`;
  const LOOK = String.raw`(?:round|square|circular|triangular|triangle|rectangular|rectangle|oval|star|circle|arrow|diamond|big|bigger|large|larger|small|smaller|red|green|blue|yellow|orange|purple|pink|gr[ae]y|rond|ronde|vierkant|vierkante|driehoekige|driehoek|cirkel|ster|pijl|grote|kleine|rode|groene|blauwe|gele|oranje|paarse|runde|runden|quadratische|dreieckige|rote|roten|grüne|grünen|blaue|blauen|gelbe|große|kleine|rond|ronde|carré|triangulaire|étoile|rouge|vert|verte|bleu|jaune)`;
  const THING = String.raw`(?:buttons?|icons?|menu|links?|images?|pictures?|boxe?s?|fields?|panel|column|tab|bar|star|circle|square|triangle|arrow|rectangle|diamond|shape|knop(?:pen)?|pictogram|icoon|afbeelding|plaatje|vak(?:je)?|veld|kolom|balk|ster|cirkel|vierkant|driehoek|pijl|schaltfläche|knopf|symbol|bild|feld|spalte|pfeil|stern|kreis|dreieck|bouton|icône|lien|case|champ|colonne|flèche|étoile|cercle|carré)`;
  const PLACE = String.raw`(?:(?:on|to|at|in) (?:the|your) (?:(?:far|upper|lower|top|bottom) )?(?:left|right|top|bottom)(?:[- ]hand)?(?: (?:side|corner))?|(?:aan de )?(?:linker|rechter)(?:kant|zijde)|links(?:boven|onder)?|rechts(?:boven|onder)?|bovenaan|onderaan|(?:oben |unten )?(?:links|rechts)|à (?:gauche|droite)|en (?:haut|bas))`;
  const SHAPE = String.raw`(?:star|circle|square|triangle|arrow|rectangle|diamond|ster|cirkel|vierkant|driehoek|pijl|stern|kreis|dreieck|pfeil|étoile|cercle|triangle|flèche)`;
  const UNDER = String.raw`(?:under|underneath|beneath|below|above|over|behind|inside|within|next to|beside|onder|boven|naast|achter|binnen|unter|über|neben|sous|dessus|derrière)`;
  const edge = (source) => new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?![\p{L}\p{N}])`, "iu");
  const PATTERNS = [
    edge(`${VERB} (?:[^.!?]{0,30} )?(?:the|a|de|het|een|die|das|den|le|la|un|une)? ?${LOOK},? (?:[\\p{L}]+ )?${THING}`),
    edge(`${VERB} [^.!?]{0,40}${THING}[^.!?]{0,12} ${PLACE}`),
    edge(`${VERB} ${UNDER} (?:the|de|het|dem|der|den|le|la|l') ?${SHAPE}`),
    edge(`${VERB} [^.!?]{0,40}${THING} ${UNDER} (?:the|de|het|dem|der|den|le|la) ${SHAPE}`),
  ];
  const NAMED = /["“”„«»‘]|(?<!\p{L})'[^']+'|\b(label(l?ed)?|called|named|titled|marked|text|genaamd|heet|met de tekst|tekst|opschrift|beschriftet|namens|mit dem text|intitulé|nommé)\b/iu;
  const documents = [document];
  for (const frame of page.all("iframe")) {
    try {
      if (frame.contentDocument && page.seen(frame)) documents.push(frame.contentDocument);
    } catch {
      // another host
    }
  }
  const CONTROLS = "a[href], button, summary, input, select, textarea, [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox], [role=radio]";
  const named = page.once(() => {
    const found = new Set();
    for (const element of page.all(`${CONTROLS}, h1, h2, h3, h4, h5, h6, [role=heading], nav, [role=navigation], [role=menu], [role=region], section, img, [role=img], svg, fieldset, [role=group], table, figure`)) {
      const name = page.plain(page.heard(element) ? (element.matches("h1, h2, h3, h4, h5, h6, [role=heading]") ? element.textContent : page.name(element)) : "");
      if (name.length > 2) found.add(name);
    }
    for (const inner of documents.slice(1))
      for (const one of inner.querySelectorAll("h1, h2, h3, h4, h5, h6, a[href], button, [aria-label]")) {
        const name = page.plain(one.getAttribute("aria-label") || one.textContent);
        if (name.length > 2) found.add(name);
      }
    return found;
  });
  const signs = () => documents.map((inner) => inner.body?.innerText || "").join(" ");
  const SIGNS = /[★☆⭐✩✪●○◉■□▲△▼◆◇➔➜→←↑↓▶◀⇒]/u;
  const SIGN = new RegExp(`${LOOK}|${PLACE}|${UNDER}`, "iu");
  const hits = [];
  const done = new Set();
  for (const { element, words: part } of page.texts) {
    if (!SIGN.test(part)) continue; // the cheap question first
    const block = element.closest("p, li, td, th, dd, dt, figcaption, label, div, section, h1, h2, h3, h4, h5, h6, body");
    if (!block || done.has(block)) continue;
    done.add(block);
    if (!page.seen(element)) continue;
    const words = [...block.childNodes]
      .map((one) => (one.nodeType === 3 ? one.data : one.nodeType === 1 && /^(inline|contents)/.test(getComputedStyle(one).display) ? one.textContent : " "))
      .join("")
      .replace(/\s+/g, " ")
      .trim();
    if (words.length < 8 || words.length > 1500) continue;
    for (const sentence of words.split(/(?<=[.!?])\s+/)) {
      const found = PATTERNS.map((one) => one.exec(sentence)).find(Boolean);
      if (!found || NAMED.test(sentence)) continue;
      // A name that the sentence says too: one can look for it without seeing.
      const said = ` ${page.plain(sentence)} `;
      if ([...named(0)].some((name) => said.includes(` ${name} `) || (name.split(" ").length < 6 && name.includes(page.plain(found[0].split(" ").slice(-2).join(" ")))))) continue;
      // Is what it speaks of on this screen, or in the workshop that the lesson is about?
      const right = /right|rechts|rechter|droite/i.test(found[0]);
      const left = /left|links|linker|gauche/i.test(found[0]);
      const side = (one) => {
        const box = page.box(one);
        const middle = (box.left + box.right) / 2 / innerWidth;
        return box.width > 0 && (right ? middle > 0.5 : left ? middle < 0.5 : false);
      };
      const round = /round|rond|circ|rund/i.test(found[0]);
      const here =
        ((right || left) && page.all(CONTROLS).some((one) => page.seen(one) && !block.contains(one) && side(one))) ||
        (round && page.all(CONTROLS).some((one) => page.seen(one) && parseFloat(page.style(one).borderTopLeftRadius) >= Math.min(page.box(one).width, page.box(one).height) * 0.4 && page.box(one).width > 8)) ||
        (new RegExp(SHAPE, "iu").test(found[0]) && SIGNS.test(signs()));
      hits.push({ element: block, message: here ? "only-senses" : "perhaps", data: { text: sentence.slice(0, 120) } });
      break;
    }
  }
  return hits;
}
