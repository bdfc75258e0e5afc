// The contrast of the least contrasting letter with what is behind it (a PNG in base64): at its best and worst pixel.
async (text, png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
  pen.drawImage(picture, 0, 0);
  const scale = picture.width / text.width;
  const { data } = pen.getImageData(0, 0, picture.width, picture.height);
  const line = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * line(r / 255) + 0.7152 * line(g / 255) + 0.0722 * line(b / 255);
  const alpha = (text.color[3] / 255) * text.opacity;
  if (alpha < 0.05) return null; // painted in another way, such as a gradient clipped to the letters
  const contrast = (behind) => {
    const front = text.color.slice(0, 3).map((value, n) => value * alpha + behind[n] * (1 - alpha));
    const [one, two] = [light(front), light(behind)];
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  };
  const known = new Map();
  const bests = [];
  let low = null;
  let worst = Infinity;
  for (const [left, top, width, height] of text.letters) {
    const from = [Math.max(0, Math.floor((left - text.x) * scale)), Math.max(0, Math.floor((top - text.y) * scale))];
    const to = [Math.min(picture.width, Math.ceil((left + width - text.x) * scale)), Math.min(picture.height, Math.ceil((top + height - text.y) * scale))];
    let best = null;
    for (let y = from[1]; y < to[1]; y += 2)
      for (let x = from[0]; x < to[0]; x += 2) {
        const at = (y * picture.width + x) * 4;
        const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
        let ratio = known.get(key);
        if (ratio === undefined) known.set(key, (ratio = contrast([data[at], data[at + 1], data[at + 2]])));
        if (ratio < worst) worst = ratio;
        if (!best || ratio > best.ratio) best = { ratio, key };
      }
    if (best) bests.push(best.ratio);
    if (best && (!low || best.ratio < low.ratio)) low = best;
  }
  if (!low) return null;
  const hex = (key) => `#${key.toString(16).padStart(6, "0")}`;
  return {
    best: low.ratio,
    middle: bests.sort((a, b) => a - b)[Math.floor(bests.length / 2)],
    worst,
    sure: text.plain && text.letters.length > 1,
    large: text.large,
    decoration: text.decoration,
    color: hex((text.color[0] << 16) | (text.color[1] << 8) | text.color[2]),
    behind: hex(low.key),
  };
}
