// Whether a recording has any sound: true, false, or null when that cannot be told in time.
// @requires timing
const STEP = 3; // samples
const AUDIBLE = 0.003; // -50 dB

export default (url, most, patience) =>
  Promise.race([read(url, most, patience).catch(() => null), a11y.timing.pause(patience).then(() => null)]);

async function read(url, most, patience) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok || Number(answer.headers.get("content-length")) > most) return null;
  const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await answer.arrayBuffer());
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const samples = sound.getChannelData(channel);
    for (let n = 0; n < samples.length; n += STEP) if (Math.abs(samples[n]) > AUDIBLE) return true;
  }
  return false;
}
