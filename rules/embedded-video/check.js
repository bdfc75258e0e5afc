// Videos of a host that can switch on captions by their address, where the address does not ask for them.
const HOSTS = [
  {
    host: /(^|\.)youtube(-nocookie)?\.com$/,
    path: /^\/(embed|v)\//,
    name: "YouTube",
    captions: /[?&]cc_load_policy=1/,
  },
  { host: /(^|\.)vimeo\.com$/, path: /\/video\//, name: "Vimeo", captions: /[?&#]texttrack=\w/ },
  {
    host: /kaltura/,
    path: /./,
    name: "Kaltura",
    captions: /closedCaptions\.plugin(\]|%5D)?=true|captions?(\.|%5B)?\w*=(true|1)/i,
  },
  { host: /(^|\.)panopto\.(com|eu)$/, path: /embed|viewer/i, name: "Panopto", captions: /[?&]captions=true/i },
  { host: /(^|\.)ted\.com$/, path: /./, name: "TED", captions: /\/lang\/|subtitle=/ },
  {
    host: new RegExp(
      String.raw`(^|\.)(wistia\.(com|net)|dailymotion\.com|mediasite\.com|videoportal|brightcove\.net|` +
        String.raw`microsoftstream\.com|sharepoint\.com|vbrick\.com|sproutvideo\.com|vidyard\.com|loom\.com|` +
        String.raw`jwplayer\.com|screencast\.com)$`,
    ),
    path: /embed|player|video|iframe|medias|Mediasite/i,
    name: "",
    captions: /captions?=(1|true|on)/i,
  },
];

/** @type {Check<"page">} */
export default ({ page }) => {
  const hits = [];
  for (const element of page.all("iframe, embed, object")) {
    const url = page.seen(element) ? address(element) : null;
    if (!url) continue;
    const found = HOSTS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
    if (found && !found.captions.test(url.href))
      hits.push({ element, message: "captions", data: { host: found.name || url.hostname } });
  }
  return hits;
};

/** Return the address of what is embedded, null for none that can be read. */
function address(element) {
  const source = element.getAttribute("src") || element.getAttribute("data-src") || element.getAttribute("data") || "";
  return URL.canParse(source, document.baseURI) ? new URL(source, document.baseURI) : null;
}
