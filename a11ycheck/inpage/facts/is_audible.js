// Whether anything is to be heard in a recording: true, false, or null when that cannot be told in time.
async (url, most, patience) => {
  const read = async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok || Number(answer.headers.get("content-length")) > most) return null;
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await answer.arrayBuffer());
    for (let channel = 0; channel < sound.numberOfChannels; channel++) {
      const samples = sound.getChannelData(channel);
      for (let n = 0; n < samples.length; n += 3) if (Math.abs(samples[n]) > 0.003) return true; // -50 dB
    }
    return false;
  };
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  return Promise.race([read().catch(() => null), late]);
};
