// Where one could go from here: what leads on, what an outline lists, what opens a menu, what else can be pressed.
({
  ways(stay) {
    const found = [];
    for (const element of this.controls()) {
      const way = this.way(element, stay);
      if (way) found.push({ ...way, path: this.path(element), label: this.label(element), off: this.off(element) });
      if (found.length >= 400) break;
    }
    return found;
  },
  way(element, stay) {
    const label = this.label(element);
    const marks = this.marks(element);
    if (this.sure("never", label) || (label.length < 40 && this.says("never", label)) || this.sure("lang", label) === 2) return null;
    if (element.matches("[hreflang], [download], [type=reset], label")) return null;
    if (element.matches("input[type=submit], button[type=submit]") && /^https?:/.test(element.form?.getAttribute("action") ?? "")) return null;
    const link = this.target(element, stay);
    if (link === null) return null;
    const back = this.says("back", label) || (!this.says("next", label) && this.says("back", marks));
    if (back) return { kind: "back", score: 0, href: link };
    const score = this.onward(element, label, marks);
    if (score) return { kind: "next", score, href: link };
    const opens = element.getAttribute("aria-expanded") === "false" || element.hasAttribute("aria-haspopup");
    if (this.sure("menu", label) || (label.length < 3 && /menu|hamburger|toc\b|outline/.test(marks)))
      return { kind: link ? "outline" : "menu", score: opens ? 2 : 1, href: link };
    const listed = element.closest(
      "nav, [role=navigation], [role=tree], [role=menu], [role=menubar], aside, .toc, #toc, .menu, #menu, .outline, #outline, " +
        ".sidebar, #sidebar, .contents, .inhoud, .lessons, .chapters",
    );
    if (link || element.matches("[role=treeitem], [role=menuitem]")) return { kind: "outline", score: 1, href: link };
    if (listed && label && !element.matches("summary, [aria-expanded], [role=tab]")) return { kind: "outline", score: 1, href: "" };
    return { kind: "other", score: 0, href: "" };
  },
  /** How surely a control leads to the next screen: 0 not at all … 100. */
  onward(element, label, marks) {
    const many = this.plain(label).trim().split(" ").length;
    const turning = element.closest(
      "[aria-roledescription=carousel], .carousel, .slick-slider, .swiper, .owl-carousel, .flexslider, .splide, .gallery, video",
    );
    const part = turning ? 0.1 : 1;
    if (element.rel === "next") return 100;
    if (this.sure("next", label) === 2) return 100 * part;
    if (this.sure("next", label) && many <= 5) return 80 * part;
    if (label && this.says("next", label) && many <= 6 && !/^\s*lees verder/i.test(label)) return 50 * part;
    if (/^\s*[›»→>❯⟩▶►➔➜⇨⏵]+\s*$/u.test(label)) return 50 * part;
    if (this.says("icon", marks) && many <= 3 && !/accordion|dropdown|toggle|caret/.test(marks)) return 60 * part;
    if (this.sure("start", label) && many <= 5) return 30;
    if (!label && /\b(play|start)\b/.test(marks) && !element.closest("video, audio, [class*=player]")) return 20;
    return 0;
  },
  /** Where a link leads: an address in this package, "" for what acts like a button, null for what leads elsewhere. */
  target(element, stay) {
    const said = element.getAttribute("href") ?? element.getAttribute("data-href") ?? "";
    if (!said || said === "#" || /^\s*javascript:/i.test(said)) return "";
    if (/^\s*(mailto|tel|data|blob):/i.test(said)) return null;
    let to;
    try {
      to = new URL(said, document.baseURI);
    } catch {
      return null;
    }
    if (to.origin !== location.origin) return null;
    const same = to.pathname === location.pathname && to.search === location.search;
    if (same && to.hash) {
      const place = to.hash.length > 1 && document.getElementById(decodeURIComponent(to.hash.slice(1)));
      return place && this.shows(place) ? null : to.href;
    }
    if (same) return to.hash || location.hash ? to.href : null;
    const ending = /\.([a-z0-9]{1,5})$/i.exec(to.pathname)?.[1]?.toLowerCase() ?? "html";
    if (!["html", "htm", "xhtml", "php", "asp", "aspx", "jsp"].includes(ending)) return null;
    return stay ? null : to.href;
  },
  /** The selector of a way that was seen before, now; "" when it is not there. */
  find({ href, label, path }) {
    const all = this.controls();
    const linked = href && all.find((one) => one.href === href);
    const named = () => all.find((one) => this.label(one) === label && (this.path(one) === path || one.closest("nav, aside, ul, ol, [role=tree]")));
    const element = linked || (!href && (named() ?? all.find((one) => label && this.label(one) === label)));
    return element && !this.off(element) ? this.path(element) : "";
  },
})
