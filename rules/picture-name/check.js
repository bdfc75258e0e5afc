({ page }) => {
  const FILE = /\.(png|jpe?g|jfif|gif|svg|webp|avif|bmp|tiff?|ico|eps|psd|emf|wmf)(\?.*)?$/i;
  // What cameras and authoring tools call a picture: IMG_1234, Picture 3, Rectangle 12, shutterstock_99.
  const TOOL = /^((img|dsc[fn]?|pict?|p|mvi|wp|screen ?shot|schermafbeelding|bildschirmfoto|capture( d'écran)?|scan|image|picture|photo|foto|afbeelding|bild|shape|rectangle|rounded rectangle|oval|ellipse|line|arrow|freeform|group|graphic|smart ?shape|text ?box|object|hotspot|media|asset|layer|vector|shutterstock|istock(photo)?|adobe ?stock|getty ?images|depositphotos|fotolia|unsplash|pexels|pixabay|canva|thumbnail|banner|rechthoek|ovaal|groep|vorm|rechteck|gruppe|knipsel|snip)[ _-]*\(?#?\d[\d _.:()-]*|[0-9a-f]{12,}|[0-9a-f]{8}-[0-9a-f-]{20,}|\d{4,}([_-]\d+)*|dall[·-]?e.*|chatgpt image.*)$/i;
  const EMPTY = new Set(
    "image|an image|picture|photo|photograph|graphic|img|alt|alt text|alternative text|image of|picture of|icon image|spacer|placeholder|untitled|undefined|null|decorative|decorative image|image description|description|no description|afbeelding|een afbeelding|plaatje|foto|illustratie|alternatieve tekst|geen beschrijving|decoratief|bild|ein bild|foto|grafik|abbildung|alternativtext|illustration|une image|photo|texte alternatif|insert image|image here".split("|"),
  );
  const GENERIC = /^(site|main|header|footer|company|brand|our|your|new|old|white|black|dark|light|color|colour|small|large|big|mini|mobile|desktop|default|full|horizontal|vertical|square|full|web|page|home|the|app|school|klein|groot|wit|zwart|logo|icon|img|image|final|v?\d+|\d+x\d*|[a-f0-9]{6,})$/i;
  const source = (element) => {
    const address = element.currentSrc || element.src || element.data || element.querySelector?.("image")?.getAttribute("href") || "";
    if (/^(data|blob):/.test(address)) return "";
    try {
      return decodeURIComponent(new URL(address, document.baseURI).pathname.split("/").pop() || "");
    } catch {
      return "";
    }
  };
  const hits = [];
  for (const element of page.all("img, [role=img], input[type=image], area[href], object, svg, canvas, embed")) {
    const role = page.role(element);
    if (element.localName === "svg" ? !/^(img|image|graphics-)/.test(role) : !page.heard(element)) continue;
    if (!page.heard(element)) continue;
    const name = page.name(element) || (element.localName === "canvas" ? (element.getAttribute("aria-label") || "").trim() : "");
    if (!name) continue;
    const file = source(element);
    const words = page.plain(name);
    const base = file.replace(/\.\w+$/, "");
    const data = { name: name.slice(0, 100) };
    // In a list of files the name of the file is what it should be.
    const listed = element.closest("a[href], td, li, figure")?.textContent.includes(name);
    if (FILE.test(name) && !/\s/.test(name.trim()) && !listed) hits.push({ element, message: "file-name", data });
    else if (file && name.toLowerCase() === base.toLowerCase() && /[_\d]|-.*-/.test(base) && !/\s/.test(name) && base.length > 5) hits.push({ element, message: "file-name", data });
    else if (TOOL.test(name.trim()) && (file || element.localName !== "canvas")) {
      // "Photo 3" may be a caption of its own in a numbered series.
      if (/^(photo|foto|image|picture|afbeelding|bild|p|media|layer|line|group|groep|object|banner) ?\d{1,2}$/i.test(name.trim()) && page.near(element, page.seen, 200).after.includes(name.trim())) continue;
      hits.push({ element, message: "tool-name", data });
    } else if (EMPTY.has(words)) hits.push({ element, message: "says-nothing", data });
    else if (/\blogo/i.test(name) && /logo/i.test(base)) {
      const brands = base.split(/[^\p{L}\p{N}]+|(?<=[a-z])(?=[A-Z])/u).filter((part) => part.length > 1 && !GENERIC.test(part) && !/logo/i.test(part));
      const letters = words.replace(/ /g, "");
      const initials = words.split(" ").map((word) => word[0]).join("");
      if (brands.length === 1 && words !== "logo" && !letters.includes(page.plain(brands[0])) && !initials.includes(page.plain(brands[0])) && words.split(" ").length <= 4)
        hits.push({ element, message: "other-logo", data: { ...data, file } });
    }
    const around = element.closest("a[href], button, figure");
    if (around && words.length > 3 && page.plain([...around.querySelectorAll("*"), around].flatMap((one) => [...one.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data)).join(" ")) === words)
      hits.push({ element, message: "repeated", data });
    if (name.length > 250) hits.push({ element, message: "too-long", data: { ...data, length: name.length } });
  }
  return hits;
}
