({ screens, site }) => {
  const file = (address) => decodeURIComponent(address.replace(/%(?![\da-f]{2})/gi, "")).split("/").pop().toLowerCase();
  const stem = (address) => file(address).replace(/\.\w+$/, "").replace(/([-_. ]?(captions?|subtitles?|ondertitel(s|ing)?|transcript(ie)?|cc|nl|en|de|fr|nl-nl|en-gb|en-us))+$/i, "");
  const silent = screens.flatMap((screen) => screen.offers.media.filter(({ words }) => !words).map((one) => ({ screen, ...one })));
  const offered = new Set(screens.flatMap(({ offers }) => offers.files.map(file)));
  const left = site.documents.filter(({ url }) => !offered.has(file(url)));
  if (site.kind === "website" || !silent.length || !site.documents.length) return null;
  const hits = [];
  for (const { url, kind } of left) {
    const captions = kind === "captions";
    if (!captions && !/transcri|uitgeschreven/i.test(file(url))) continue;
    // One that is called like the medium, or the only one for the only one.
    const named = silent.find(({ source }) => source && stem(source) === stem(url));
    const only = silent.length === 1 && left.filter((other) => other.kind === kind).length === 1 ? silent[0] : null;
    const found = named || only;
    if (found) hits.push({ screen: found.screen, message: captions ? "captions" : "transcript", data: { file: file(url), medium: file(found.source) } });
  }
  return hits;
}
