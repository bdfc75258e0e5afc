({ page }) => {
  const EMPTY = /^(untitled( document| page| slide)?|document|index|default|new (page|document|tab)|page( ?\d+)?|title|no title|test|home ?page|web ?page|website|html( document)?|react app|vite app|my app|app|undefined|null|naamloos( document)?|nieuwe pagina|pagina( \d+)?|titel|zonder titel|startpagina|unbenannt(es dokument)?|neue seite|seite( \d+)?|document sans (titre|nom)|sans titre|nouvelle page|story html5|story|presentation|multiscreen|scormcontent)$/;
  const FILE = /^\S+\.(html?|xhtml|php|aspx?|jsp|story|cptx|pptx?)$/i;
  // Kinds of page that a title must tell, when the main heading does.
  const KINDS = [
    /\b(search results?|results for|zoekresultaten|resultaten voor|suchergebnisse|résultats de (la )?recherche)\b/i,
    /\b(page not found|not found|error 40\d|404|pagina niet gevonden|seite nicht gefunden|page introuvable)\b/i,
    /\b(sign in|log ?in|inloggen|aanmelden|anmelden|se connecter|connexion)\b/i,
    /\b(quiz|exam|test) results?\b|\b(uitslag|toetsresultaat)\b/i,
  ];
  let top = window === window.top;
  try {
    top ||= !window.parent.document.body.innerText.trim();
  } catch {
    top = false;
  }
  const title = document.title.trim();
  if (!top || !title || !document.querySelector("title")) return [];
  if (EMPTY.test(page.plain(title)) || FILE.test(title)) return [{ message: "says-nothing", data: { title } }];
  const main = page.all("h1, [role=heading][aria-level='1']").filter((one) => page.heard(one));
  const heading = main.length === 1 ? main[0].textContent.replace(/\s+/g, " ").trim() : "";
  const kind = KINDS.find((one) => one.test(heading));
  if (kind && !kind.test(title)) {
    const words = (text) => page.plain(text).split(" ").filter((word) => word.length > 3);
    const told = kind.exec(heading)[0];
    if (!words(told).some((word) => words(title).some((other) => other.slice(0, 5) === word.slice(0, 5)))) return [{ message: "other-page", data: { title, heading: heading.slice(0, 100) } }];
  }
  return [];
}
