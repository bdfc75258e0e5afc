// What the other scripts here see a page with: elements, whether they show, what they are called, where they are.
({
  all(selector, root = document) {
    const found = [...root.querySelectorAll(selector)];
    for (const host of root.querySelectorAll("*")) if (host.shadowRoot) found.push(...this.all(selector, host.shadowRoot));
    return found;
  },
  shows(element) {
    return !!this.box(element);
  },
  /** Where it shows, null where it does not; `known` remembers, through one look at many, which boxes fold others. */
  box(element, known) {
    if (!element?.checkVisibility?.({ opacityProperty: true, visibilityProperty: true })) return null;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !this.folded(element, known) ? box : null;
  },
  /** Whether it lies in something that is folded up: there, with a height of its own, but not to be seen. */
  folded(element, known) {
    for (let at = element.parentElement, up = 0; at && up < 12; at = at.parentElement, up++) {
      const folds = known?.get(at) ?? this.folds(at);
      known?.set(at, folds);
      if (folds) return true;
    }
    return false;
  },
  folds(element) {
    if (element.offsetHeight === undefined || (element.offsetHeight > 1 && element.offsetWidth > 1)) return false;
    const { overflow, display, position } = getComputedStyle(element);
    return overflow !== "visible" && !/^inline$|contents/.test(display) && position !== "fixed";
  },
  off(element) {
    const why = "[disabled], [aria-disabled=true], .disabled, .is-disabled, .locked, .is-locked, [inert]";
    return !!element.closest(why) || getComputedStyle(element).pointerEvents === "none";
  },
  plain: (text) => ` ${String(text ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `,
  says(kind, text) {
    const said = this.plain(text);
    return this.words[kind].some((word) => said.includes(` ${word} `));
  },
  /** Three times sure that a text says this: 2 when it says nothing else, 1 when it begins so, 0 when not. */
  sure(kind, text) {
    const said = this.plain(text);
    if (this.words[kind].some((word) => said === ` ${word} `)) return 2;
    return this.words[kind].some((word) => said.startsWith(` ${word} `)) ? 1 : 0;
  },
  label(element) {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const referred = by.map((id) => element.getRootNode().getElementById?.(id)?.textContent ?? "").join(" ").trim();
    const pictures = [...element.querySelectorAll("img[alt], svg title")].map((one) => one.alt ?? one.textContent).join(" ");
    const own = element.matches("input") ? element.value || element.alt : element.innerText ?? element.textContent;
    const said = [referred, element.getAttribute("aria-label"), own, pictures, element.alt, element.title];
    return (said.find((one) => one?.trim()) ?? "").replace(/\s+/g, " ").trim().slice(0, 120);
  },
  /** Names that an author gave to a control and its picture, as words: btnNext → "btn next". */
  marks(element) {
    const icon = element.querySelector("img, svg, i, span[class], use");
    const parts = [element, icon].filter(Boolean).flatMap((one) => [
      one.id, one.getAttribute("class"), one.getAttribute("name"), one.title, one.getAttribute("onclick"),
      one.getAttribute("href")?.startsWith("javascript:") ? one.getAttribute("href") : "",
      (one.getAttribute("src") ?? one.getAttribute("xlink:href") ?? "").split(/[?#]/)[0].split("/").pop(),
      one.getAttribute("data-action") ?? one.getAttribute("data-nav") ?? "",
    ]);
    return this.plain(parts.join(" ").replace(/([a-z])([A-Z])/g, "$1 $2"));
  },
  /** A selector for this element alone; ">>" goes into an open shadow root. */
  path(element) {
    const parts = [];
    let at = element;
    for (; at && at.nodeType === 1; at = at.parentElement) {
      if (at.id && at.getRootNode().querySelectorAll(`#${CSS.escape(at.id)}`).length === 1) {
        parts.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const same = [...(at.parentNode?.children ?? [])].filter((one) => one.localName === at.localName);
      parts.unshift(`${CSS.escape(at.localName)}:nth-of-type(${same.indexOf(at) + 1})`);
    }
    const root = element.getRootNode();
    const inside = parts.join(" > ");
    return root.host ? `${this.path(root.host)} >> ${inside}` : inside;
  },
  clickable:
    "a[href], area[href], button, input[type=button], input[type=submit], input[type=image], summary, " +
    "[role=button], [role=link], [role=menuitem], [role=treeitem], [role=tab], [onclick], [ng-click], [data-href]",
  /** Controls that show, those without a role too: what has a hand for a pointer. Only the innermost counts. */
  controls() {
    const said = this.all(this.clickable);
    const pointed = this.all("img, div, span, li, td, svg, p, h2, h3, figure, label, g").slice(0, 4000).filter((one) => {
      if (getComputedStyle(one).cursor !== "pointer" || one.closest("a[href], button, label, select, [onclick], [role]")) return false;
      return !one.parentElement || getComputedStyle(one.parentElement).cursor !== "pointer";
    });
    return [...new Set([...said, ...pointed])].filter((one) => this.shows(one)).slice(0, 1500);
  },
})
