// Frames with the same name and different content.
// @requires text, words/advertising
/** One purpose, whatever is in it. */
const ADVERTISING = a11y.text.pattern(String.raw`\b{advertising}\b`, a11y.words);
const MEDIA = "img, video, audio, iframe, embed, object";

/** @type {Check<"page">} */
export default ({ page }) => {
  const groups = new Map();
  for (const element of page.all("iframe, frame")) {
    if (!page.heard(element)) continue;
    const name = page.plain(page.name(element));
    if (!name || ADVERTISING.test(name)) continue;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push({ element, content: contentOf(page, element) });
  }
  const hits = [];
  for (const frames of groups.values()) {
    const [first, ...others] = frames.filter(({ content }) => content);
    const different = others.find(({ content }) => !isAlike(content, first.content));
    if (!different) continue;
    const { element } = different;
    hits.push({ element, message: "same-name", data: { name: page.name(element) } });
  }
  return hits;
};

/** Return the address and the words of a frame; null for one that is empty or of another origin. */
function contentOf(page, frame) {
  try {
    const inner = frame.contentDocument;
    if (!inner?.body || inner.location.href === "about:blank") return null;
    const media = [...inner.querySelectorAll(MEDIA)].map(
      ({ currentSrc, src, data }) => currentSrc || src || data || "",
    );
    return { address: inner.location.href, words: page.plain(`${inner.body.innerText} ${media.join(" ")}`) };
  } catch {
    return null;
  }
}

/** Whether two contents are the same, or one says all that the other says and may serve the same purpose. */
function isAlike(content, other) {
  if (content.address === other.address) return true;
  const words = [content, other].map((each) => new Set(each.words.split(" ")));
  const [few, many] = words.sort((a, b) => a.size - b.size);
  return [...few].every((word) => many.has(word));
}
