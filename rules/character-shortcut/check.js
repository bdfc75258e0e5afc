({ keys, page }) =>
  keys.filter(({ kind, element }) => kind === "shortcut" && element).map(({ element, keys: pressed, controls }) => {
    const told = page.texts.some(({ words }) => /turn (it )?off|switch (it )?off|disable|settings|uitzetten|uitschakelen|instellingen/i.test(words));
    return { element, message: controls || told || window !== window.top ? "look-for-switch" : "no-switch", data: { keys: pressed } };
  })
