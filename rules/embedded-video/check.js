({ page }) => {
  const HOSTS = [
    [/(^|\.)youtube(-nocookie)?\.com$/, /^\/(embed|v)\//, "YouTube", /[?&]cc_load_policy=1/],
    [/(^|\.)vimeo\.com$/, /\/video\//, "Vimeo", /[?&#]texttrack=\w/],
    [/kaltura/, /./, "Kaltura", /closedCaptions\.plugin(\]|%5D)?=true|captions?(\.|%5B)?\w*=(true|1)/i],
    [/(^|\.)panopto\.(com|eu)$/, /embed|viewer/i, "Panopto", /[?&]captions=true/i],
    [/(^|\.)ted\.com$/, /./, "TED", /\/lang\/|subtitle=/],
    [/(^|\.)(wistia\.(com|net)|dailymotion\.com|mediasite\.com|videoportal|brightcove\.net|microsoftstream\.com|sharepoint\.com|vbrick\.com|sproutvideo\.com|vidyard\.com|loom\.com|jwplayer\.com|screencast\.com)$/, /embed|player|video|iframe|medias|Mediasite/i, "", /captions?=(1|true|on)/i],
  ];
  const hits = [];
  for (const element of page.all("iframe, embed, object")) {
    if (!page.seen(element)) continue;
    let url;
    try {
      url = new URL(element.getAttribute("src") || element.getAttribute("data-src") || element.getAttribute("data") || "", document.baseURI);
    } catch {
      continue;
    }
    const found = HOSTS.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname));
    if (found && !found[3].test(url.href)) hits.push({ element, message: "captions", data: { host: found[2] || url.hostname } });
  }
  return hits;
}
