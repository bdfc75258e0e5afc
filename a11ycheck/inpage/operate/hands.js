// What can be pressed here without harm, and what came of it. With `eyes` and the words of operate.toml.
({
  MOST: 20000,
  named(kind, element, but = "") {
    const wired = [...element.attributes].filter(({ name }) => /^(data-|hx-|ng-|v-|x-|@|on)/.test(name));
    const said = wired.map(({ name, value }) => `${name} ${value}`.slice(0, 200)).join(" ");
    const all = this.plain(this.marks(element) + said.replace(/([a-z])([A-Z])/g, "$1 $2"));
    return this.words[kind].some((word) => word !== but && all.includes(` ${word} `));
  },
  contains(box, element) {
    for (let at = element; at; at = at.parentNode ?? at.host) if (at === box) return true;
    return false;
  },
  focus() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return !at || at === document.body || at === document.documentElement ? null : at;
  },
  /** Controls to press, each with its kind; and the names of those that are left alone, by the reason. */
  pressables() {
    const found = new Map();
    const left = { words: new Set(), form: new Set() };
    const add = (kind, element, announced) => {
      if (found.has(element) || this.off(element) || !this.shows(element)) return;
      const name = this.label(element).slice(0, 60);
      const why = this.harm(element, name, announced);
      if (why) return void left[why].add(name);
      found.set(element, { kind, name, announced, mark: a11ycheckMark(element), said: this.said(element) });
    };
    for (const one of this.all("details:not([open]) > summary")) add("details", one, true);
    for (const one of this.all("[role=tab]:not([aria-selected=true])")) if (one.closest("[role=tablist]")?.querySelector("[aria-selected=true]")) add("tab", one, true);
    const says = "[aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false]), [popovertarget], [commandfor]";
    for (const one of this.all(says)) if (!one.matches("summary, select, input, textarea, [role=treeitem], [role=combobox], [role=tab]") && !this.away(one)) add(this.opens(one), one, true);
    for (const one of this.all("button, [role=button], input[type=button], [data-bs-toggle], [data-toggle], [onclick]")) {
      if (found.has(one) || this.away(one) || one.matches("summary, [role=tab], html, body, form") || one.closest("[role=menu], [role=listbox], [role=tablist], [role=grid], [role=toolbar]")) continue;
      const name = this.label(one);
      const harm = this.shows(one) && this.harm(one, name);
      if (harm) left[harm].add(name.slice(0, 60));
      if (harm || !this.shows(one) || one.hasAttribute("aria-pressed") || one.getAttribute("aria-expanded") === "true") continue;
      const turns = one.closest("[aria-roledescription*=car i], [class*=carousel i], [class*=slider i], [class*=swiper], [class*=slick]");
      if (turns) {
        if (this.sure("next", name) || this.named("next", one)) add("carousel", one, true);
      } else if (name && (this.sure("opens", name) || this.named("opens-named", one))) add("opened", one, false);
    }
    // Pressed down and let go beside it: no click comes of that.
    const held = this.all("[onmousedown], [onpointerdown], [ontouchstart]").filter((one) => !found.has(one) && one.matches("a, button, [role=button], [role=link], [onclick]") && !this.off(one) && this.shows(one) && !this.harm(one, this.label(one)));
    for (const one of held.slice(0, 5)) found.set(one, { kind: "held", name: this.label(one).slice(0, 60), announced: true, mark: a11ycheckMark(one), said: this.said(one) });
    return { controls: [...found.values()], left: { words: [...left.words], form: [...left.form] } };
  },
  /** What may lead to another page without being a link: what says so, cards with a button, and with `plain` buttons that say nothing else. */
  leads(plain) {
    const SAYS = "[role=link], a:not([href]), [routerlink], [data-href], [data-url], [data-to], [data-route], [onclick*='location'], [onclick*='navigate'], [onclick*='pushState']";
    const STATES = "summary, select, input, textarea, form, body, html, [role=tab], [aria-expanded], [aria-haspopup], [aria-pressed], [aria-checked], [aria-selected], [popovertarget], [commandfor]";
    const found = [];
    let buttons = 0;
    const rows = new Map();
    for (const one of this.all(`${SAYS}, button, [role=button]`)) {
      if (one.matches(STATES) || one.querySelector("a[href]") || this.away(one) || this.off(one) || !this.shows(one)) continue;
      const says = one.matches(SAYS);
      if (!says && (buttons >= 8 || (!plain && !this.card(one, rows)) || one.closest("[role=menu], [role=toolbar], [role=dialog], dialog, form"))) continue;
      const name = this.label(one);
      if (!name || this.harm(one, name) || this.sure("opens", name)) continue;
      if (!says) buttons += 1;
      found.push({ name, says, mark: a11ycheckMark(one) });
    }
    return found.slice(0, 50);
  },
  /** Whether it is, or stands in, one of several things that are built alike and each tell something of their own. */
  card(one, known) {
    const built = (each) => [each, ...each.children].slice(0, 20).map(({ localName }) => localName).join(" ");
    const tells = (each) => {
      const text = each.textContent.trim().length;
      return each.querySelector("h1, h2, h3, h4, h5, h6") || text > 30 || (text > 3 && each.querySelector("img, picture"));
    };
    const row = (parent) => {
      if (!known.has(parent)) {
        const kinds = new Map();
        for (const each of [...parent.children].slice(0, 100)) {
          const kind = built(each);
          kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
        }
        known.set(parent, new Set([...kinds.values()].filter((alike) => alike.length > 1 && alike.every(tells)).flat()));
      }
      return known.get(parent);
    };
    for (let at = one, up = 0; at.parentElement && up < 6; at = at.parentElement, up += 1) {
      if (at.matches("nav, header, footer, main, body, [role=navigation], [role=toolbar]")) return false;
      if (row(at.parentElement).has(at)) return true;
    }
    return false;
  },
  opens(one) {
    const popup = one.getAttribute("aria-haspopup") ?? "";
    if (popup === "dialog" || /modal/.test(one.getAttribute("command") ?? "")) return "dialog";
    return /menu|true|listbox|tree|grid/.test(popup) || one.closest("header, nav, [role=menubar]") ? "menu" : "opened";
  },
  /** Why it is not pressed: "words" or "form"; "" when it may be. What unfolds under a question is no deed. */
  harm(element, name, unfolds = false) {
    const said = [name, element.title, element.getAttribute("aria-label"), element.value].filter((text) => typeof text === "string");
    const asks = unfolds && (/\?\s*$/.test(name) || name.split(" ").length > 4);
    if ((!asks && said.some((text) => this.says("never", text))) || this.named("never-named", element)) return "words";
    if (element.matches("[formaction], [download], input[type=file]") || (element.form && /^(submit|reset|image)$/.test(element.type))) return "form";
    return "";
  },
  /** Whether it leads away from this document. */
  away(element) {
    const link = element.closest("a[href], area[href]");
    if (!link) return false;
    const href = link.getAttribute("href");
    return !/^\s*(#|javascript:|$)/i.test(href);
  },
  /** What tells a person's software its state. */
  said(element) {
    const states = ["aria-expanded", "aria-pressed", "aria-selected", "aria-checked", "aria-haspopup", "aria-controls", "popovertarget", "commandfor"];
    return states.filter((one) => element.hasAttribute(one)).map((one) => `${one}=${element.getAttribute(one)}`);
  },
  own: (element) => [...element.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data).join(" ").replace(/\s+/g, " ").trim(),
  LIVE: "[role=status], [role=alert], [role=log], [role=alertdialog], [role=progressbar], [role=timer], [aria-live]:not([aria-live=off]), output",
  heard() {
    return this.all(this.LIVE).map((one) => one.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
  },
  visible() {
    const UNSEEN = /^(html|head|body|script|style|template|option|path|g|use)$/;
    const known = new Map();
    const within = this.picture();
    return this.all("*").slice(0, this.MOST).filter((one) => {
      const box = UNSEEN.test(one.localName) ? null : this.box(one, known);
      return box && within(box);
    });
  },
  /** Tells of a box whether it is not moved out of the picture to the left or right, as drawers are. */
  picture() {
    const [top, right] = [-scrollY, document.scrollingElement?.scrollWidth > innerWidth + 2 ? Infinity : innerWidth];
    return (box) => box.right > 0 && box.bottom > top && box.left < right;
  },
  /** Remember how it stands now. */
  before(mark) {
    const seen = new Map(this.visible().map((one) => [one, this.own(one)]));
    const control = a11ycheckMarked[mark];
    globalThis.a11ycheckBefore = { seen, heard: this.heard(), url: location.href, control, label: control ? this.label(control) : "", said: control ? this.said(control) : [], scroll: [scrollX, scrollY] };
    return true;
  },
  /** What is there now and was not before: kept in a11ycheckNew, the outermost elements alone. */
  fresh() {
    const { seen } = globalThis.a11ycheckBefore;
    const now = this.visible();
    const come = now.filter((one) => !seen.has(one));
    const all = new Set(come);
    const inside = (one) => {
      for (let at = one.parentNode ?? one.host; at; at = at.parentNode ?? at.host) if (all.has(at)) return true;
      return false;
    };
    const outer = come.filter((one) => !inside(one));
    const said = now.filter((one) => seen.has(one) && this.own(one) && this.own(one) !== seen.get(one));
    globalThis.a11ycheckNew = outer.slice(0, 200);
    const still = new Set(now);
    return { outer, said, gone: [...seen.keys()].filter((one) => !still.has(one) && (!one.isConnected || !this.shows(one))).length };
  },
  drawn: () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
  async rest(quiet, most) {
    const until = performance.now() + most;
    let calm = false;
    await new Promise((done) => {
      let timer = setTimeout(done, quiet);
      const watch = new MutationObserver(() => (clearTimeout(timer), (timer = setTimeout(() => (watch.disconnect(), done()), quiet))));
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(() => (watch.disconnect(), done()), most);
    });
    while (!calm && performance.now() < until) {
      const running = (document.getAnimations?.() ?? []).filter((one) => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime));
      calm = !running.length;
      if (!calm) await new Promise((done) => setTimeout(done, 50));
    }
  },
  /** What came of a press, as plain JSON; `wait` false for a look in between. */
  async after(wait) {
    if (wait) await this.rest(120, 1500);
    const { control, label, said, heard, url } = globalThis.a11ycheckBefore;
    let { outer, said: changed, gone } = this.fresh();
    if (wait && !outer.length && !changed.length) {
      await this.rest(350, 1500); // what waits for a timer of its own, or for the network
      ({ outer, said: changed, gone } = this.fresh());
    }
    const box = this.dialog(outer);
    const at = this.focus();
    return {
      came: outer.length,
      changed: changed.length,
      gone,
      moved: location.href.split("#")[0] !== url.split("#")[0],
      dialog: box ? { mark: a11ycheckMark(box), modal: this.modal(box), name: this.label(box).slice(0, 60), stops: this.stops(box).length } : null,
      relabelled: !!control?.isConnected && (this.label(control) !== label || this.said(control).join() !== said.join()),
      kept: !!control?.isConnected && this.shows(control),
      focusIn: outer.some((one) => this.contains(one, at)),
      where: outer.length ? a11ycheckMark(outer[0]) : null,
      messages: this.messages(outer, changed, heard, at, control),
    };
  },
  dialog(outer) {
    const DIALOG = "dialog[open], [role=dialog], [role=alertdialog]";
    for (const one of outer) {
      const found = one.matches(DIALOG) ? one : one.querySelector(DIALOG) ?? one.shadowRoot?.querySelector(DIALOG) ?? null;
      if (found && this.shows(found)) return found;
      const around = one.closest(DIALOG);
      if (around && !globalThis.a11ycheckBefore.seen.has(around)) return around;
    }
    return null;
  },
  modal(box) {
    return box.matches(":modal") || box.getAttribute("aria-modal") === "true" || !!box.closest("[aria-modal=true]");
  },
  stops(box) {
    return this.all("a[href], button, input, select, textarea, summary, [tabindex], iframe, [contenteditable=true]", box).filter(
      (one) => one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && this.shows(one),
    );
  },
  /** Short texts that came, and whether anything says them aloud. */
  messages(outer, changed, heard, focus, control) {
    const spoke = this.heard().some((one) => !heard.includes(one));
    const rows = [];
    const controlled = (control?.getAttribute("aria-controls") ?? "").split(/\s+/).map((id) => id && control.getRootNode().getElementById?.(id)).filter(Boolean);
    for (const one of [...outer, ...changed].slice(0, 40)) {
      if (one === control || this.contains(control, one) || this.contains(one, control)) continue;
      const text = (one.innerText ?? one.textContent ?? "").replace(/\s+/g, " ").trim();
      if (!text || text.length > 160 || this.contains(one, focus)) continue;
      if (one.closest("dialog, [role=dialog], [role=alertdialog], [role=tabpanel], [role=menu], [role=listbox], [role=tooltip], nav, summary, details, label") || one.querySelector("input, select, textarea, ul, ol, table, h1, h2, h3, h4")) continue;
      if (controlled.some((box) => this.contains(box, one))) continue;
      const live = !!one.closest(this.LIVE) || !!one.querySelector?.(this.LIVE);
      const described = focus && `${focus.getAttribute("aria-describedby") ?? ""} ${focus.getAttribute("aria-errormessage") ?? ""}`.split(/\s+/).some((id) => id && this.contains(one.getRootNode().getElementById?.(id), one));
      rows.push({ mark: a11ycheckMark(one), text: text.slice(0, 100), live: live || spoke || !!described, words: this.says("message", text), classy: this.named("message-named", one) });
    }
    return rows.slice(0, 5);
  },
  /** Where the focus is, seen from a dialog: "in", "out" on something of the page, "nowhere". `hidden`: it lies behind. */
  within_dialog(mark) {
    const box = a11ycheckMarked[mark];
    const at = this.focus();
    if (!at) return { where: "nowhere", hidden: false };
    if (this.contains(box, at) || at.closest("[role=dialog], dialog[open], [role=menu], [role=listbox]")) return { where: "in", hidden: false };
    const { left, top, width, height } = at.getBoundingClientRect();
    const front = document.elementFromPoint(left + width / 2, top + height / 2);
    const hidden = width > 1 && height > 1 && !!front && !this.contains(at, front) && !this.contains(front, at);
    return { where: "out", hidden, mark: a11ycheckMark(at), html: at.outerHTML.slice(0, 120) };
  },
  /** Keys go to this frame, as they do for who has worked in it. */
  listen() {
    if (!document.hasFocus()) window.focus();
    return true;
  },
  /** The focus is in the dialog, as of a person who works in it. */
  into(mark) {
    this.stops(a11ycheckMarked[mark])[0]?.focus({ preventScroll: true });
    return true;
  },
  /** Whether what came is still there. */
  open() {
    const within = this.picture();
    return (globalThis.a11ycheckNew ?? []).some((one) => {
      const box = one.isConnected && this.box(one);
      return box && within(box);
    });
  },
  /** Whether nothing is there that was not there before. */
  folded_up() {
    return !this.fresh().outer.length;
  },
  /** The control that closes what came, or the first tab of its list; -1 when there is none. */
  closer(mark, kind) {
    const control = a11ycheckMarked[mark];
    if (kind === "tab") {
      const first = control?.closest("[role=tablist]")?.querySelector("[role=tab]:not([aria-disabled=true])");
      return first && first !== control ? a11ycheckMark(first) : -1;
    }
    for (const box of globalThis.a11ycheckNew ?? [])
      for (const one of this.all("button, [role=button], input[type=button], a[href='#']", box)) {
        const name = this.label(one);
        const closes = this.sure("close", name) === 2 || (this.sure("close", name) && name.length < 30) || (!name && /\b(close|dismiss|sluit)\b/.test(this.marks(one)));
        if ((closes || (/^[×✕✖xX]$/.test(name.trim()))) && this.shows(one) && !this.off(one) && !this.away(one) && !this.harm(one, name)) return a11ycheckMark(one);
      }
    return -1;
  },
  /** By script, where no mouse can be used: in a frame of another process. */
  press(mark) {
    a11ycheckMarked[mark]?.click();
    return true;
  },
  has_focus(mark) {
    const at = this.focus();
    const control = a11ycheckMarked[mark];
    if (!control?.isConnected) return "gone";
    if (!at) return "nowhere";
    return at === control || this.contains(control, at) || this.contains(at, control) ? "control" : "other";
  },
  /** Whether the focus is at the control or next to it, after one Tab. */
  near(mark) {
    const at = this.focus();
    const control = a11ycheckMarked[mark];
    if (!at || !control?.isConnected) return false;
    const all = this.stops(document);
    return Math.abs(all.indexOf(at) - all.indexOf(control)) <= 1;
  },
  back(mark) {
    const { scroll } = globalThis.a11ycheckBefore ?? { scroll: [0, 0] };
    scrollTo(...scroll);
    delete globalThis.a11ycheckNew;
    return true;
  },
})
