({ page }) => {
  // Only where one signs in: elsewhere another criterion asks for another kind of captcha.
  const password = page.all("input[type=password]").filter((one) => page.seen(one));
  if (!password.length) return [];
  const FRAMES = /(google\.com|recaptcha\.net)\/recaptcha\/(api2|enterprise)\/(anchor|bframe)|hcaptcha\.com|arkoselabs|funcaptcha|geetest/i;
  const big = (one) => page.box(one).width > 100 && page.box(one).height > 40;
  const invisible = (one) => one.closest("[data-size=invisible], .grecaptcha-badge") || /size=invisible/.test(one.getAttribute("src") || "");
  const hits = page
    .all("iframe[src], .g-recaptcha, .h-captcha, img")
    .filter((one) => page.seen(one) && !invisible(one))
    .filter((one) => (one.matches("iframe") ? FRAMES.test(one.src) && big(one) : one.matches("img") ? /captcha/i.test(`${one.getAttribute("src")} ${one.alt} ${one.id} ${one.className}`) : big(one) && !one.querySelector("iframe")))
    .map((element) => ({ element, message: "captcha", data: {} }));
  for (const field of page.all("input:not([type]), input[type=text], input[type=number]")) {
    const name = page.name(field);
    if (page.seen(field) && /\b\d{1,2}\s*([+×x*-]|plus|minus|keer|times|plus|min)\s*\d{1,2}\s*(=|\?|is)/i.test(name) && password.some((one) => one.form === field.form))
      hits.push({ element: field, message: "sum", data: { name } });
  }
  return hits;
}
