// What in this frame reacts to a click, and how the keyboard gets to it. `clicks` are marks of elements that listen for
// clicks themselves, `delegated` tells that the document listens for all; `words` are those of dangerous names.
(clicks, delegated, words) => {
  const mark = globalThis.a11ycheckMark;
  const never = new RegExp(words, "iu");
  const NATIVE = "a[href], area[href], button, input, select, textarea, summary, iframe, audio, video, option, label, object, embed, [contenteditable]:not([contenteditable=false])";
  const COMPOSITE = "[role=tablist], [role=menubar], [role=menu], [role=listbox], [role=tree], [role=grid], [role=treegrid], [role=radiogroup], [role=toolbar]";
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const everything = [];
  const gather = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (everything.length > 60000) return;
      everything.push(one);
      if (one.shadowRoot) gather(one.shadowRoot);
    }
  };
  gather(document.body ?? document);
  const listens = new Set(clicks.map((n) => globalThis.a11ycheckMarked[n]));
  const visible = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 3 && height > 3 && one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !one.closest("[inert], [aria-disabled=true], [disabled]");
  };
  const refs = (one, name) => (one.getAttribute(name) || "").split(/\s+/).map((id) => id && one.getRootNode().getElementById?.(id)).filter(Boolean);
  const named = (one) => [one.getAttribute("aria-label"), ...refs(one, "aria-labelledby").map((other) => other.textContent), one.innerText ?? one.textContent, one.getAttribute("title"), one.querySelector("img[alt]")?.alt].map((text) => (text ?? "").trim().replace(/\s+/g, " ")).find(Boolean) ?? "";
  const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const dangerous = (one) => never.test(letters(named(one)).slice(0, 200)) || never.test(`${one.id} ${one.className?.baseVal ?? one.className} ${one.getAttribute("onclick") ?? ""}`.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " "));
  const stops = everything.filter((one) => one.tabIndex >= 0 && one !== document.body && (one.hasAttribute("tabindex") || one.matches(NATIVE)) && one.checkVisibility());
  const around = (one) => {
    for (let at = one; at && at !== document.body && at !== document.documentElement; at = up(at)) if ((at.tabIndex >= 0 && (at.hasAttribute("tabindex") || at.matches(NATIVE))) || at.matches(NATIVE)) return true;
    return false;
  };
  const composed = (outer, inner) => {
    for (let at = inner; at; at = up(at)) if (at === outer) return true;
    return false;
  };
  // A place in the tab order at the same spot, which is what a player's own layer for the keyboard looks like.
  const twin = (one) => {
    const box = one.getBoundingClientRect();
    return stops.some((other) => {
      const { left, top, right, bottom, width, height } = other.getBoundingClientRect();
      const shared = Math.max(0, Math.min(right, box.right) - Math.max(left, box.left)) * Math.max(0, Math.min(bottom, box.bottom) - Math.max(top, box.top));
      return shared > 0.5 * Math.min(width * height, box.width * box.height) && width * height < 4 * box.width * box.height;
    });
  };
  const row = (one, more) => {
    const alike = [one.localName, one.getAttribute("role"), [...one.classList].sort().join("."), [...(one.parentElement?.classList ?? [])].sort().join(".")].join("|");
    return { mark: mark(one), html: one.outerHTML.slice(0, 120), name: named(one).slice(0, 60), alike, dangerous: dangerous(one), ...more };
  };
  const names = new Set(stops.map((one) => letters(named(one))).filter(Boolean));
  const arrows = (one) => {
    const set = one.closest(COMPOSITE);
    const combo = set && everything.some((other) => other.getAttribute("role") === "combobox" && [...refs(other, "aria-controls"), ...refs(other, "aria-owns")].some((list) => list === set || list.contains(set)));
    return set && set !== one && (combo || one.getAttribute("tabindex") === "-1" || set.hasAttribute("aria-activedescendant") || (set.tabIndex >= 0 && set.hasAttribute("tabindex")));
  };

  // Reached by no key, on it, inside it or around it.
  const pointer = [];
  for (const one of everything) {
    const hand = delegated && !listens.has(one) && getComputedStyle(one).cursor === "pointer" && getComputedStyle(up(one) ?? document.body).cursor !== "pointer";
    if (!listens.has(one) && !hand) continue;
    if (one.matches(NATIVE) || around(one) || !visible(one) || arrows(one) || one.closest("[aria-hidden=true]")) continue;
    if (stops.some((stop) => composed(one, stop)) || one.querySelector("label, iframe, video, audio, canvas")) continue;
    const { width, height } = one.getBoundingClientRect();
    if (width * height > 0.35 * innerWidth * innerHeight) continue;
    const inner = everything.length < 20000 && [...listens].some((other) => other !== one && composed(one, other) && visible(other) && !other.matches(NATIVE));
    if (inner) continue;
    const name = letters(named(one));
    if (name && names.has(name)) continue;
    if (twin(one)) continue;
    const beside = [...(one.parentElement?.children ?? [])].some((other) => other !== one && (stops.includes(other) || stops.some((stop) => composed(other, stop) && stop.matches("input, button, summary"))));
    pointer.push(row(one, { kind: "pointer", beside, words: /\p{L}{2}/u.test(name), own: listens.has(one) }));
    if (pointer.length >= 60) break;
  }

  // A stop that is no native control: whether its keys do what its click does.
  const dead = stops
    .filter((one) => !one.matches(NATIVE) && visible(one) && /^(button|link|checkbox|switch|img|menuitem|)$/.test(one.getAttribute("role") ?? "") && !one.closest(COMPOSITE))
    .filter((one) => {
      for (let at = one, n = 0; at && n < 4; at = up(at), n += 1) if (listens.has(at)) return true;
      return [...listens].some((other) => composed(one, other)) || (delegated && getComputedStyle(one).cursor === "pointer") || /^(button|checkbox|switch)$/.test(one.getAttribute("role") ?? "");
    })
    .filter((one) => !stops.some((stop) => stop !== one && composed(one, stop)))
    .slice(0, 40)
    .map((one) => row(one, { kind: "dead" }));

  // Sets of which Tab reaches one: arrow keys must reach the rest.
  const ITEM = { tablist: "[role=tab]", menubar: "[role^=menuitem]", menu: "[role^=menuitem]", listbox: "[role=option]", tree: "[role=treeitem]", grid: "[role=gridcell], [role=rowheader], td, th, [role=row], tr, a, button", treegrid: "[role=gridcell], [role=row], td, tr, a, button", radiogroup: "[role=radio]", toolbar: "button, input, select, a[href], [role=button], [role=radio], [role=checkbox]" };
  const sets = [];
  for (const set of everything.filter((one) => one.matches(COMPOSITE) && visible(one)).slice(0, 20)) {
    const role = set.getAttribute("role");
    const items = [...set.querySelectorAll(ITEM[role])].filter((one) => visible(one));
    const off = items.filter((one) => one.getAttribute("tabindex") === "-1" && !items.some((other) => other !== one && one.contains(other) && other.tabIndex >= 0));
    const on = items.filter((one) => one.tabIndex >= 0 && (one.hasAttribute("tabindex") || one.matches(NATIVE)));
    const self = set.tabIndex >= 0 && set.hasAttribute("tabindex");
    if (self && items.length > 1 && !on.length) sets.push(row(set, { kind: "set", role, rest: items.length, from: mark(set) }));
    else if (on.length && off.length) sets.push(row(set, { kind: "set", role, rest: off.length, from: mark(on[0]) }));
  }
  for (const one of stops.filter((other) => /^(slider|spinbutton)$/.test(other.getAttribute("role") ?? "") && !other.matches("input") && visible(other) && other.getAttribute("aria-readonly") !== "true").slice(0, 10))
    sets.push(row(one, { kind: "set", role: one.getAttribute("role"), rest: 1, from: mark(one) }));
  for (const one of stops.filter((other) => other.getAttribute("role") === "combobox" && !other.matches("select") && visible(other)).slice(0, 6))
    sets.push(row(one, { kind: "set", role: "combobox", rest: 1, from: mark(one) }));
  return { pointer, dead, sets };
}
