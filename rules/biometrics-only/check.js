({ page }) => {
  const SIGN_IN = /\b(sign in|log ?in|continue|verify|unlock|inloggen|aanmelden|verifi\w+|doorgaan|ontgrendel|anmelden|connecter)\b/i;
  const BODY = /\b(face ?id|face recognition|facial|your face|touch ?id|fingerprint|iris|your voice|gezicht(sherkenning|sscan)?|vingerafdruk|je stem|uw stem|gesicht(serkennung)?|fingerabdruck|visage|reconnaissance faciale|empreinte)\b/i;
  const PROCTORS = /(proctorio|examity|honorlock|respondus|proctoru|meazurelearning|proctorexam|proview|smowl|testreach|mettl)\.(com|net|io|app)/i;
  const controls = page.all("button, a[href], [role=button], input[type=submit], input[type=button]").filter((one) => page.seen(one) && page.heard(one));
  const other = page.all("input[type=password]").some((one) => page.seen(one)) || controls.some((one) => SIGN_IN.test(page.name(one)) && !BODY.test(page.name(one)));
  const hits = [];
  if (!other) for (const element of controls) if (SIGN_IN.test(page.name(element)) && BODY.test(page.name(element))) hits.push({ element, message: "only-body", data: { name: page.name(element) } });
  const watcher = page.all("script[src], iframe[src]").find((one) => PROCTORS.test(one.src));
  if (watcher) hits.push({ element: watcher, message: "proctoring", data: { host: new URL(watcher.src).host } });
  return hits.slice(0, 3);
}
