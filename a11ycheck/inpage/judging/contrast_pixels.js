// The contrast of the least contrasting letter with what is behind it (a PNG in base64): at its best and worst pixel.
// null where the text is painted in another way, such as a gradient clipped to the letters.
export default async (text, png) => {
  const alpha = (text.color[3] / 255) * text.opacity;
  if (alpha < 0.05) return null;
  const pixels = await read(png);
  const ratioAt = contrasts(text.color, alpha);
  const scale = pixels.width / text.width;
  const letters = [];
  let worst = Infinity;
  for (const letter of text.letters) {
    const found = extremes(pixels, ratioAt, span(letter, text, scale, pixels));
    worst = Math.min(worst, found.worst);
    if (found.best) letters.push(found.best);
  }
  if (!letters.length) return null;
  const low = letters.reduce((lowest, one) => (one.ratio < lowest.ratio ? one : lowest));
  const ratios = letters.map(({ ratio }) => ratio).sort((a, b) => a - b);
  return {
    best: low.ratio,
    middle: ratios[Math.floor(ratios.length / 2)],
    worst,
    sure: text.plain && text.letters.length > 1,
    large: text.large,
    decoration: text.decoration,
    color: hex(number(...text.color)),
    behind: hex(low.colour),
  };
};

async function read(png) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
  pen.drawImage(picture, 0, 0);
  return pen.getImageData(0, 0, picture.width, picture.height);
}

/** Return a function that gives the contrast of the text with a colour (a number) behind it: WCAG's contrast ratio. */
function contrasts(color, alpha) {
  const known = new Map();
  return (colour) => {
    let ratio = known.get(colour);
    if (ratio === undefined) {
      const behind = [colour >> 16, (colour >> 8) & 255, colour & 255];
      const front = color.slice(0, 3).map((value, n) => value * alpha + behind[n] * (1 - alpha));
      const [one, two] = [luminance(front), luminance(behind)];
      ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      known.set(colour, ratio);
    }
    return ratio;
  };
}

function luminance(rgb) {
  const [r, g, b] = rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The pixels of a letter: from where to where, in the picture. */
function span([left, top, width, height], text, scale, picture) {
  return {
    left: Math.max(0, Math.floor((left - text.x) * scale)),
    top: Math.max(0, Math.floor((top - text.y) * scale)),
    right: Math.min(picture.width, Math.ceil((left + width - text.x) * scale)),
    bottom: Math.min(picture.height, Math.ceil((top + height - text.y) * scale)),
  };
}

function extremes({ data, width }, ratioAt, { left, top, right, bottom }) {
  let best = null;
  let worst = Infinity;
  for (let y = top; y < bottom; y += 2)
    for (let x = left; x < right; x += 2) {
      const at = (y * width + x) * 4;
      const colour = number(data[at], data[at + 1], data[at + 2]);
      const ratio = ratioAt(colour);
      if (ratio < worst) worst = ratio;
      if (!best || ratio > best.ratio) best = { ratio, colour };
    }
  return { best, worst };
}

function number(r, g, b) {
  return (r << 16) | (g << 8) | b;
}

function hex(colour) {
  return `#${colour.toString(16).padStart(6, "0")}`;
}
