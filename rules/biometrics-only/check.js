// Signing in for which only a face, a finger or a voice will do; and scripts that watch those who take an exam.
// @requires text, words/biometrics
const SIGN_IN = a11y.text.pattern(String.raw`\b{signIn}\b`, a11y.words.biometrics);
const BODY = a11y.text.pattern(String.raw`\b{body}\b`, a11y.words.biometrics);
const PROCTORS = new RegExp(
  "(proctorio|examity|honorlock|respondus|proctoru|meazurelearning|proctorexam|proview|smowl|testreach|mettl)" +
    String.raw`\.(com|net|io|app)`,
  "i",
);
const CONTROLS = "button, a[href], [role=button], input[type=submit], input[type=button]";

/** @type {Check<"page">} */
export default ({ page }) => {
  const controls = page.all(CONTROLS).filter((control) => page.seen(control) && page.heard(control));
  const signsIn = controls.filter((control) => SIGN_IN.test(page.name(control)));
  const anotherWay =
    page.all("input[type=password]").some((field) => page.seen(field)) ||
    signsIn.some((control) => !BODY.test(page.name(control)));
  const hits = [];
  if (!anotherWay)
    for (const element of signsIn) hits.push({ element, message: "only-body", data: { name: page.name(element) } });
  const proctor = page.all("script[src], iframe[src]").find(({ src }) => PROCTORS.test(src));
  if (proctor) hits.push({ element: proctor, message: "proctoring", data: { host: new URL(proctor.src).host } });
  return hits.slice(0, 3);
};
