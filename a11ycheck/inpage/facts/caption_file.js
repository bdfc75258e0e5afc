// Returns the text of a captions file, or null when it does not come in time or is no such file.
// @requires timing
export default (url, most, patience) =>
  Promise.race([read(url, most, patience).catch(() => null), a11y.timing.pause(patience).then(() => null)]);

async function read(url, most, patience) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok || Number(answer.headers.get("content-length")) > most) return null;
  const text = await answer.text();
  return text.length <= most && text.includes("-->") ? text : null;
}
