// The text of a captions file, or null when it does not come in time or is no such file.
async (url, most, patience) => {
  const read = async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok || Number(answer.headers.get("content-length")) > most) return null;
    const said = await answer.text();
    return said.length <= most && said.includes("-->") ? said : null;
  };
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  return Promise.race([read().catch(() => null), late]);
};
