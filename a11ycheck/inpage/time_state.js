// What this frame says about its time: `over`, words that it has ended; `more`, a control that gives more of it;
// `fields`, how many fields can be used; `asks`, whether it is a form or a quiz.
() => {
  const OVER = /\b((session|sessie|sitzung)\b[^.]{0,40}\b(expired|ended|timed out|verlopen|beëindigd|afgelopen|abgelaufen|beendet|expiré)|session (a )?expiré|time(['’]s| is) up|time (limit|allowed) (has|is) (been )?(reached|exceeded|expired|over)|(you (have been|were|are)|je bent|u bent) (automatically |automatisch )?(signed out|logged out|logged off|uitgelogd|afgemeld)|(sie|du) (wurden|wurdest) (automatisch )?abgemeldet|de tijd is (om|op|voorbij|verstreken)|(je|uw|jouw) tijd is (om|op|voorbij|verstreken)|die zeit ist (um|abgelaufen|vorbei)|(le )?temps (est )?écoulé)/i;
  const MORE = /\b(stay (signed|logged) in|keep me (signed|logged) in|still here|extend|continue (my |the )?session|more time|add time|renew|(blijf|ingelogd blijven|aangemeld blijven)|verleng\w*|meer tijd|sessie voortzetten|angemeldet bleiben|verlängern|prolonger|rester connecté|no time limit|turn off|zonder tijd|tijd uit)\b/i;
  const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const controls = [...document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea, [role=button]")].slice(0, 2000);
  const name = (one) => `${one.textContent} ${one.value ?? ""} ${one.getAttribute("aria-label") ?? ""} ${[...(one.labels ?? [])].map((label) => label.textContent).join(" ")}`.slice(0, 200);
  const fields = controls.filter((one) => one.matches("input, select, textarea") && shown(one));
  const text = (document.body?.innerText ?? "").slice(0, 50000).replace(/\s+/g, " ");
  return {
    over: OVER.exec(text)?.[0] ?? "",
    more: controls.some((one) => MORE.test(name(one)) && shown(one)),
    fields: fields.filter((one) => !one.disabled && !one.readOnly).length,
    asks: fields.filter((one) => one.matches("[type=radio], [type=checkbox], [type=text], [type=number], textarea, select")).length > 1 || /\b(quiz|test|exam|toets|tentamen|prüfung|examen)\b/i.test(document.title),
  };
}
