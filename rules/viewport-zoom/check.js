// How browsers read the value: CSS Device Adaptation, "Viewport META element" (separators, words, numbers).
({ page }) => {
  const number = (value) => {
    if (value === "yes") return 1;
    if (value === "device-width" || value === "device-height") return 10;
    if (value === "no") return 0;
    const found = parseFloat(value);
    return Number.isNaN(found) ? 0 : found;
  };
  const hits = [];
  for (const element of page.all("meta[name]")) {
    if (element.getAttribute("name").trim().toLowerCase() !== "viewport") continue;
    const settings = new Map();
    for (const part of (element.getAttribute("content") || "").toLowerCase().replace(/\s*=\s*/g, "=").split(/[\s,;]+/)) {
      const [name, value] = part.split("=");
      if (name && value !== undefined && value !== "") settings.set(name, value);
    }
    const scalable = settings.get("user-scalable");
    const most = settings.get("maximum-scale");
    const fixed = scalable !== undefined && !/^(yes|device-width|device-height)$/.test(scalable) && Math.abs(number(scalable)) < 1;
    // A negative maximum is dropped.
    const low = most !== undefined && number(most) >= 0 && number(most) < 2;
    if (fixed) hits.push({ element, message: "locked", data: { setting: `user-scalable=${scalable}` } });
    else if (low) hits.push({ element, message: "locked", data: { setting: `maximum-scale=${most}` } });
  }
  return hits.slice(0, 1);
}
