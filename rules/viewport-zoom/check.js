// A viewport setting that keeps people from zooming. How browsers read the value: CSS Device Adaptation, "Viewport META
// element" (separators, words, numbers).

/** @type {Check<"page">} */
export default ({ page }) => {
  // Browsers follow the setting of the page that fills the window, and not that of a page in a frame.
  if (window !== window.top) return [];
  const hits = [];
  for (const element of page.all("meta[name]")) {
    if (element.getAttribute("name").trim().toLowerCase() !== "viewport") continue;
    const settings = read(element.getAttribute("content") || "");
    const scalable = settings.get("user-scalable");
    const most = settings.get("maximum-scale");
    const locked =
      scalable !== undefined && !/^(yes|device-width|device-height)$/.test(scalable) && Math.abs(number(scalable)) < 1;
    // A negative maximum is dropped.
    const low = most !== undefined && number(most) >= 0 && number(most) < 2;
    if (locked) hits.push({ element, message: "locked", data: { setting: `user-scalable=${scalable}` } });
    else if (low) hits.push({ element, message: "locked", data: { setting: `maximum-scale=${most}` } });
  }
  return hits.slice(0, 1);
};

/** Return the settings of a viewport by name. */
function read(content) {
  const settings = new Map();
  const parts = content
    .toLowerCase()
    .replace(/\s*=\s*/g, "=")
    .split(/[\s,;]+/);
  for (const part of parts) {
    const [name, value] = part.split("=");
    if (name && value !== undefined && value !== "") settings.set(name, value);
  }
  return settings;
}

function number(value) {
  if (value === "yes") return 1;
  if (value === "device-width" || value === "device-height") return 10;
  if (value === "no") return 0;
  const found = parseFloat(value);
  return Number.isNaN(found) ? 0 : found;
}
