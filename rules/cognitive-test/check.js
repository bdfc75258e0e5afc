// Captchas and sums where people sign in. Elsewhere another criterion asks for another kind of captcha.
// @requires text, words/sums
const FRAMES = new RegExp(
  String.raw`(google\.com|recaptcha\.net)/recaptcha/(api2|enterprise)/(anchor|bframe)|` +
    String.raw`hcaptcha\.com|arkoselabs|funcaptcha|geetest`,
  "i",
);
const SUM = a11y.text.pattern(String.raw`\b\d{1,2}\s*{sums}\s*\d{1,2}\s*(=|\?|is)`, a11y.words);

/** @type {Check<"page">} */
export default ({ page }) => {
  const passwords = page.all("input[type=password]").filter((field) => page.seen(field));
  if (!passwords.length) return [];
  const hits = page
    .all("iframe[src], .g-recaptcha, .h-captcha, img")
    .filter((element) => page.seen(element) && !isInvisible(element) && isCaptcha(page, element))
    .map((element) => ({ element, message: "captcha", data: {} }));
  for (const element of page.all("input:not([type]), input[type=text], input[type=number]")) {
    const name = page.name(element);
    if (page.seen(element) && SUM.test(name) && passwords.some((password) => password.form === element.form))
      hits.push({ element, message: "sum", data: { name } });
  }
  return hits;
};

/** Whether a captcha says that it works without being seen. */
function isInvisible(element) {
  const badge = element.closest("[data-size=invisible], .grecaptcha-badge");
  return badge || /size=invisible/.test(element.getAttribute("src") || "");
}

function isCaptcha(page, element) {
  const large = page.box(element).width > 100 && page.box(element).height > 40;
  if (element.matches("iframe")) return FRAMES.test(element.src) && large;
  if (element.matches("img"))
    return /captcha/i.test(`${element.getAttribute("src")} ${element.alt} ${element.id} ${element.className}`);
  return large && !element.querySelector("iframe");
}
