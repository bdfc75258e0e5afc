// A picture of as many separate marks, in rows, as its alternative has letters: then the picture is that text.
({ page }) => {
  const MOST = 8; // pictures
  const WIDE = 1400;
  const hits = [];
  const marks = (element) => {
    const scale = Math.min(1, WIDE / element.naturalWidth);
    const width = Math.round(element.naturalWidth * scale);
    const height = Math.min(1200, Math.round(element.naturalHeight * scale));
    const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.drawImage(element, 0, 0, width, Math.round(element.naturalHeight * scale));
    const { data } = pen.getImageData(0, 0, width, height);
    const light = new Uint8Array(width * height);
    const counts = new Array(256).fill(0);
    for (let n = 0; n < light.length; n++) {
      light[n] = (data[n * 4] * 3 + data[n * 4 + 1] * 6 + data[n * 4 + 2]) / 10;
      counts[light[n]]++;
    }
    // One flat ground, and ink that is far from it.
    const ground = counts.reduce((best, count, n) => (count > counts[best] ? n : best), 0);
    let flat = 0;
    for (let n = Math.max(0, ground - 12); n <= Math.min(255, ground + 12); n++) flat += counts[n];
    if (flat / light.length < 0.6) return null;
    const ink = (n) => Math.abs(light[n] - ground) > 70;
    const seen = new Uint8Array(light.length);
    const boxes = [];
    for (let start = 0; start < light.length; start++) {
      if (seen[start] || !ink(start)) continue;
      const stack = [start];
      seen[start] = 1;
      const box = { left: width, right: 0, top: height, bottom: 0, size: 0 };
      while (stack.length) {
        const at = stack.pop();
        const x = at % width;
        const y = (at - x) / width;
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
        box.size++;
        for (const next of [x > 0 && at - 1, x < width - 1 && at + 1, at - width, at + width])
          if (next !== false && next >= 0 && next < light.length && !seen[next] && ink(next)) {
            seen[next] = 1;
            stack.push(next);
          }
      }
      if (box.size > 3) boxes.push(box);
      if (boxes.length > 3000) return null;
    }
    if (boxes.length < 8) return null;
    const heights = boxes.map((box) => box.bottom - box.top + 1).sort((a, b) => a - b);
    const middle = heights[Math.floor(heights.length / 2)];
    const letters = boxes.filter((box) => box.bottom - box.top + 1 <= middle * 2.5 && box.right - box.left + 1 <= middle * 8);
    // Rows: marks side by side whose heights overlap.
    const rows = [];
    for (const box of [...letters].sort((a, b) => a.top - b.top)) {
      const row = rows.find((one) => box.top < one.bottom && box.bottom > one.top);
      if (row) {
        row.count++;
        row.left = Math.min(row.left, box.left);
        row.right = Math.max(row.right, box.right);
        row.bottom = Math.max(row.bottom, Math.min(box.bottom, row.top + middle * 2));
      } else rows.push({ ...box, bottom: box.bottom + 1, count: 1 });
    }
    const filled = rows.filter(({ count }) => count >= 4);
    return { letters: letters.length, all: boxes.length, inRows: filled.reduce((sum, { count }) => sum + count, 0), ems: filled.reduce((sum, row) => sum + (row.right - row.left) / (row.bottom - row.top), 0) };
  };
  let looked = 0;
  for (const element of page.all("img, input[type=image]")) {
    if (!page.seen(element) || !page.heard(element) || looked >= MOST) continue;
    const name = page.name(element);
    const letters = (name.match(/[\p{L}\p{N}]/gu) || []).length;
    let picture = element;
    if (letters < 12 || /\blogo\b/i.test(name) || name.split(/\s+/).length < 3) continue;
    if (element.localName === "input" || !element.naturalWidth || element.naturalWidth < 80) continue;
    looked++;
    try {
      const found = marks(picture);
      if (!found || found.inRows / found.all < 0.8) continue;
      // Letters that touch make fewer marks, dots and accents make more. A letter is half as wide as its row is high.
      const words = name.split(/\s+/).length;
      const room = found.ems / ((letters + words) * 0.5);
      if (letters >= 20 && found.inRows >= words && found.inRows < letters * 1.35 && room > 0.6 && room < 1.5) hits.push({ element, message: "text", data: { text: name.slice(0, 100) } });
      else if (found.inRows >= 30 && found.inRows / found.all > 0.9) hits.push({ element, message: "perhaps", data: { text: name.slice(0, 100) } });
    } catch {
      // of another host: its pixels may not be read
    }
  }
  return hits;
}
