({ page }) => {
  const KIND = /\.(pdf|docx?|docm|odt|rtf|pptx?|ppsx?|odp|xlsx?|xlsm|ods|epub|pages|key|numbers)$/i;
  const WORDS = { pdf: /pdf/, doc: /\b(word|docx?|document)\b/, odt: /\b(odt|document|libreoffice)\b/, rtf: /\b(rtf|document)\b/, ppt: /power ?point|pptx?|slides?|presentati/, pps: /power ?point|pps|presentati/, odp: /odp|presentati/, xls: /excel|xlsx?|spreadsheet|rekenblad/, ods: /ods|spreadsheet|rekenblad/, epu: /e-?pub|e-?book/, pag: /pages/, key: /keynote/, num: /numbers/ };
  const hits = [];
  for (const element of page.all("a[href], area[href]")) {
    if (hits.length >= 30) break;
    const found = KIND.exec((element.pathname || "").split(";")[0]);
    if (!found || !page.heard(element)) continue;
    const near = element.closest("li, td, p, dd, figcaption, h1, h2, h3, h4")?.textContent || "";
    const words = `${page.name(element)} ${element.title} ${element.getAttribute("type") || ""} ${near.length < 200 ? near : ""}`.toLowerCase();
    if (!WORDS[found[1].toLowerCase().slice(0, 3)].test(words)) hits.push({ element, message: "document", data: { name: page.name(element).slice(0, 80), kind: found[1].toUpperCase() } });
  }
  return hits;
}
