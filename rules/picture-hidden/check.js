({ page }) => {
  const TELLS = /(^|[^a-z])(chart|diagram|graph|infographic|screen ?shot|flow ?chart|timeline|map|plan|blueprint|formula|equation|table|scheme|schematic|qr|barcode|grafiek|schema|plattegrond|tabel|formule|stroomschema|tijdlijn|kaart|schermafbeelding|diagramm|tabelle|landkarte|schéma|graphique|carte)([^a-z]|$)/i;
  const GENERIC = /^(site|main|header|footer|company|brand|our|your|new|old|white|black|dark|light|color|colour|small|large|big|mini|mobile|desktop|default|full|web|page|home|the|app|img|image|final|v?\d+|\d+x\d*|[a-f0-9]{6,})$/i;
  const file = (element) => {
    const address = element.currentSrc || element.src || "";
    if (/^(data|blob):/.test(address)) return "";
    try {
      return decodeURIComponent(new URL(address, document.baseURI).pathname.split("/").pop()).replace(/\.\w+$/, "");
    } catch {
      return "";
    }
  };
  // Whether anything is drawn on a canvas; one that cannot be read is taken as drawn.
  const drawn = (canvas) => {
    try {
      const copy = new OffscreenCanvas(40, 40);
      const pen = copy.getContext("2d");
      pen.drawImage(canvas, 0, 0, 40, 40);
      return pen.getImageData(0, 0, 40, 40).data.some((value) => value !== 0);
    } catch {
      return true;
    }
  };
  const pictures = page.all("img, svg, canvas").filter((element) => {
    if (element.localName === "svg" && element.parentElement?.closest("svg")) return false;
    if (element.localName === "img" && !(element.complete && element.naturalWidth > 1)) return false;
    if (!page.seen(element) || element.closest("button, [role=button], summary, label, noscript")) return false;
    const { width, height } = page.box(element);
    if (width < 24 || height < 24) return false;
    const out = !page.heard(element) || (element.localName === "img" ? !page.name(element) && (element.getAttribute("alt") === "" || /^(none|presentation)$/.test(element.getAttribute("role") || "")) : !page.name(element) && !/^(img|image)$/.test(element.getAttribute("role") || ""));
    const silent = /^(none|presentation)$/.test(page.role(element)) || /^(none|presentation)$/.test(element.getAttribute("role") || "");
    return (out || silent) && (element.localName !== "canvas" || drawn(element));
  });
  if (!pictures.length) return [];
  const words = page.plain(page.texts.filter(({ element }) => page.heard(element) && !element.closest("noscript")).map((one) => one.words).join(" "));
  const names = page.all("img, [role=img], [aria-label], input, button, a[href], video, audio, iframe, object, select, textarea, area, svg, canvas").filter((one) => page.heard(one) && page.name(one) && !pictures.includes(one));
  const spoken = page.plain(`${words} ${names.slice(0, 300).map((one) => page.name(one)).join(" ")}`);
  const controls = page.all("a[href], button, input, select, textarea, iframe, video, audio, object, embed, [tabindex], [role]").some((one) => page.seen(one) && page.heard(one) && !pictures.includes(one));
  const hits = [];
  const area = (element) => page.box(element).width * page.box(element).height;
  // Nothing else is there: then the picture is what the page says.
  const shown = page.texts.some(({ element, words: some }) => some.length > 1 && page.seen(element));
  if (!spoken && !controls && !shown) {
    const largest = pictures.reduce((best, one) => (area(one) > area(best) ? one : best));
    // A circle or two may be anything; a drawing of many strokes, or one that fills the screen, is what there is to see.
    const strokes = [...largest.querySelectorAll("path, text, image, use, circle, rect, polygon, polyline, line, ellipse")];
    const drawing = largest.localName !== "svg" || strokes.length > 2 || strokes.some((one) => (one.getAttribute("d") || "").length > 100 || one.matches("text, image")) || (strokes.length && area(largest) > 60000);
    if (area(largest) >= 2000 && drawing) return [{ element: largest, message: "only-picture" }];
  }
  for (const element of pictures) {
    if (element.localName !== "img") continue;
    const name = file(element);
    const parts = name.split(/[^\p{L}\p{N}]+|(?<=[a-z])(?=[A-Z])/u).filter(Boolean);
    const brand = parts.filter((part) => part.length > 1 && !GENERIC.test(part) && !/logo/i.test(part));
    // Next to the same words, a logo is decoration.
    const said = brand.some((part) => spoken.replace(/ /g, "").includes(page.plain(part)));
    const unused = page.plain(element.getAttribute("alt") || element.getAttribute("aria-label") || element.getAttribute("title") || "");
    if (/logo/i.test(name) && brand.length && !said) hits.push({ element, message: "logo", data: { file: name } });
    else if (TELLS.test(name) && area(element) > 10000) hits.push({ element, message: "tells-something", data: { file: name } });
    else if (unused.split(" ").length > 2 && !spoken.includes(unused)) hits.push({ element, message: "text-unused", data: { text: unused.slice(0, 100) } });
  }
  return hits;
}
