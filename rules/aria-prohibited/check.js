// WAI-ARIA 1.2, "Prohibited states and properties": names on roles that take no name.
({ page }) => {
  const NAMELESS = new Set(["caption", "code", "deletion", "emphasis", "generic", "insertion", "none", "paragraph", "presentation", "strong", "subscript", "superscript"]);
  const PLAIN = new Set(["div", "span", "p", "b", "i", "u", "s", "small", "em", "strong", "code", "pre", "sub", "sup", "ins", "del", "q", "bdi", "bdo", "samp", "data", "caption", "font", "center", "tt", "big", "strike"]);
  const NAMES = ["aria-label", "aria-labelledby", "aria-braillelabel"];
  // What drawing tools call a shape by themselves: nothing is lost with it.
  const SHAPE = /^(group|oval|ellipse|circle|(rounded |round )?rectangle|square|(straight |elbow )?(connector|arrow)( connector)?|right arrow|left arrow|line|freeform( shape)?|shape|picture|image|text ?box|content placeholder|placeholder|title|groep|ovaal|rechthoek|(rechte )?verbindingslijn|lijn|vorm|afbeelding|tekstvak|gruppe|rechteck|linie|bild|textfeld)( \d+)*$/;
  const said = (element, name) =>
    name === "aria-labelledby"
      ? page.refs(element, name).map((one) => one.textContent).join(" ")
      : element.getAttribute(name) || "";
  const hits = [];
  for (const element of page.all("[aria-label], [aria-labelledby], [aria-braillelabel], [aria-roledescription], [aria-brailleroledescription]")) {
    const own = page.role(element);
    const written = element.getAttribute("role")?.trim().toLowerCase() || "";
    const implied = element.localName === "p" ? "paragraph" : PLAIN.has(element.localName) ? "generic" : "";
    const role = own || (/^(|none|presentation|generic)$/.test(written) ? written || implied : "");
    if (!NAMELESS.has(role) || !page.heard(element)) continue;
    // With focus, browsers and screen readers read the name all the same.
    if (element.tabIndex >= 0 || element.isContentEditable || element.shadowRoot) continue;
    const close = (text) => text.replace(/ /g, ""); // lines of a drawing have no spaces between them
    const content = close(page.plain(element.textContent));
    for (const name of NAMES) {
      const words = page.plain(said(element, name));
      if (!words || content.includes(close(words)) || SHAPE.test(words)) continue; // the same words are read anyway
      hits.push({ element, message: "lost", data: { attribute: name, role: role === "none" ? "presentation" : role, text: said(element, name).trim().slice(0, 100) } });
      break;
    }
  }
  return hits;
}
