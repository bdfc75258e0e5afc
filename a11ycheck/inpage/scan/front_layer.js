// A layer that keeps a person from the page behind it: a modal dialog, or what lies over most of the window.
// @requires controls, dom, names, phrases, pressing, state, text, visibility
// @requires words/closing_layers, words/dangerous_controls

const PARTS = "h1, h2, h3, p, li, td, label, a[href], button, input, select, textarea, img, iframe";
const CONTROLS = "button, [role=button], input[type=button], input[type=submit], a";
const DIALOGS = "[aria-modal=true], [role=dialog], [role=alertdialog]";
const NAMES = ["aria-label", "aria-labelledby"];
const CROSS = /^[×✕✖xX]$/;
const MOST_PARTS = 600;
const MOST_CLOSERS = 8;
const GRID = [0.04, 0.2, 0.35, 0.5, 0.65, 0.8, 0.96];
/** The part of the window that a layer covers before it is in the way of the whole page. */
const COVERS = 0.8;

export default {
  /**
   * Return the layer that lies over this document, kept under a mark and as what is new (`fresh`); null for none.
   *
   * `key` is the same for the same layer on another page. Where a layer may be the screen itself, as in packages, only
   * what lets the page behind be seen counts: `translucent`.
   */
  find(translucent) {
    const layer = frontLayer(translucent);
    if (!layer) return null;
    a11y.state.state.fresh = [layer];
    const named = [layer, ...within(layer, DIALOGS)].map((one) => a11y.names.nameFrom(one, NAMES, 60));
    const name = named.find(Boolean) ?? headingOf(layer);
    const text = a11y.text.collapse(layer.innerText, 1000).replace(/\d+/g, "");
    return { mark: a11y.state.mark(layer), name, key: `${name} ${text}` };
  },

  /**
   * Return the marks of the controls that close a layer, the best first.
   *
   * What changes nothing comes first: close, refuse, put off; then accept. With `freely`, as in packages, accepting
   * comes before refusing, which may end a course, and any other button may be tried too.
   */
  closers(mark, freely) {
    const ranked = within(a11y.state.marked(mark), CONTROLS)
      .filter(
        (one) => a11y.visibility.isVisible(one) && !a11y.controls.isDisabled(one) && !a11y.pressing.leadsAway(one),
      )
      .map((one, _, all) => ({ one, rank: rankOf(one, freely, all.length === 1) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => a.rank - b.rank);
    return ranked.slice(0, MOST_CLOSERS).map(({ one }) => a11y.state.mark(one));
  },

  /** Tick what a layer in a package wants ticked before it can be closed; return whether there was any. */
  tick(mark) {
    const boxes = within(a11y.state.marked(mark), "input[type=checkbox], input[type=radio]");
    const open = boxes.filter((box) => !box.checked && !box.disabled);
    for (const box of open) if (box.type === "checkbox" || box === open[0]) box.click();
    return open.length > 0;
  },
};

/** Return how well a control closes a layer, from 1, the best; 0 when it must not be pressed. */
function rankOf(control, freely, only) {
  const { close, refuse, accept } = a11y.words.closing_layers;
  const { startsWithPhrase, mentionsPhrase } = a11y.phrases;
  const name = a11y.names.visibleName(control);
  const says = (phrases) => startsWithPhrase(phrases, name) || (name.length < 40 && mentionsPhrase(phrases, name));
  if (!freely && mayDoHarm(control, name)) return 0;
  if (CROSS.test(name.trim()) || startsWithPhrase(close, name)) return 1;
  if (!name && /\b(close|dismiss|sluit)\b/.test(a11y.controls.codeNames(control))) return 1;
  if (says(refuse)) return freely ? 4 : 2;
  if (startsWithPhrase(accept, name)) return 3;
  if (freely) return 5;
  return only && !a11y.pressing.reasonToLeave(control, name) ? 5 : 0;
}

/** Whether pressing a control of a platform may change more than what this browser remembers. */
function mayDoHarm(control, name) {
  const { forms, payments, codeNames } = a11y.words.dangerous_controls;
  const refuses = a11y.phrases.startsWithPhrase(a11y.words.closing_layers.refuse, name);
  if (!refuses && (a11y.phrases.mentionsPhrase(forms, name) || a11y.phrases.mentionsPhrase(payments, name)))
    return true;
  const inDialogForm = control.form?.getAttribute("method")?.toLowerCase() === "dialog";
  if (a11y.pressing.isNamedInCode(control, codeNames, "remove")) return true; // a layer is removed to close it
  return !inDialogForm && a11y.pressing.reasonToLeave(control, "") === "form";
}

function headingOf(layer) {
  const heading = within(layer, "h1, h2, h3, h4, [role=heading]").find(a11y.visibility.isVisible);
  return a11y.text.collapse(heading?.innerText, 60);
}

function frontLayer(translucent) {
  const modal = a11y.dom.all("dialog:modal").filter(a11y.visibility.isVisible).pop();
  const announced = withSlotted(modal ?? a11y.dom.all(DIALOGS).filter(shutsOffRest).pop());
  if (announced) return partsOutside([announced]).some(a11y.visibility.isVisible) ? announced : null;
  return covering(translucent);
}

/** Return a layer, or the component around it where that holds what the layer shows. */
function withSlotted(layer) {
  return (layer?.querySelector("slot") && layer.getRootNode().host) || layer;
}

/** Whether this dialog is in front and says that nothing else can be used: of itself, or of the rest. */
function shutsOffRest(dialog) {
  const box = a11y.visibility.visibleBox(dialog);
  if (!box || dialog.closest("[aria-hidden=true], [inert]")) return false;
  // A container may have no size of its own place: look where what it holds is.
  const places = [dialog, ...a11y.dom.all(PARTS, dialog).slice(0, 20)].map((one) => one.getBoundingClientRect());
  const isInFront = places.some((at) => at.width > 1 && a11y.dom.contains(dialog, hitIn(at)));
  if (!isInFront) return false;
  if (dialog.ariaModal === "true") return true;
  const shut = a11y.dom.all("[inert], [aria-hidden=true]").filter((one) => !a11y.dom.includes(one, dialog));
  return shut.some((one) => a11y.visibility.isVisible(one) && one.querySelector("h1, h2, p, a[href], button, main"));
}

/** Return the layer, fixed in the window, that covers most of it and what stands behind; null for none. */
function covering(translucent) {
  const points = GRID.flatMap((x) => GRID.map((y) => [x * innerWidth, y * innerHeight]));
  const hasBackdrop = points.filter((_, at) => at % 8 === 0).some(([x, y]) => showsThrough(x, y));
  if (translucent && !hasBackdrop) return null;
  const hits = points.map(([x, y]) => layerOf(a11y.dom.elementAt(x, y), hasBackdrop)).filter(Boolean);
  if (hits.length < COVERS * points.length) return null;
  const layers = [...new Set(hits)];
  const centre = layerOf(a11y.dom.elementAt(innerWidth / 2, innerHeight / 2), hasBackdrop);
  const layer = [centre, ...layers].find((one) => one && partsIn(one).length > 0);
  return layer && coversSomething(layers) ? withSlotted(layer) : null;
}

/** Return the outermost element around a hit that stays in the window, or lies over what it does not push away. */
function layerOf(hit, orAbove) {
  let found = null;
  for (const element of hit ? a11y.dom.ancestors(hit) : []) {
    const { position, zIndex } = getComputedStyle(element);
    if (position === "fixed" || (orAbove && position === "absolute" && Number(zIndex) > 0)) found = element;
  }
  return found;
}

/** Whether something at this point covers the window and lets what is behind it be seen. */
function showsThrough(x, y) {
  return document.elementsFromPoint(x, y).some((element) => {
    const { position, backgroundColor, opacity } = getComputedStyle(element);
    if (position !== "fixed" && position !== "absolute") return false;
    const { width, height } = element.getBoundingClientRect();
    const alpha = Number(/(?:rgba\(.*,|\/)\s*([\d.]+)\)/.exec(backgroundColor)?.[1] ?? 1) * Number(opacity);
    return width * height >= COVERS * innerWidth * innerHeight && alpha > 0.05 && alpha < 0.96;
  });
}

function coversSomething(layers) {
  return partsOutside(layers).some((part) => {
    const box = a11y.visibility.visibleBox(part);
    const hit = box && hitIn(box);
    return hit && layers.some((layer) => a11y.dom.contains(layer, hit));
  });
}

function hitIn(box) {
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return x > 0 && y > 0 && x < innerWidth && y < innerHeight ? a11y.dom.elementAt(x, y) : null;
}

function partsIn(layer) {
  return within(layer, PARTS).filter((part) => a11y.visibility.isVisible(part));
}

/** Return all elements in a layer that match, those in its own shadow root too. */
function within(layer, selector) {
  const own = layer.shadowRoot ? a11y.dom.all(selector, layer.shadowRoot) : [];
  return [...own, ...a11y.dom.all(selector, layer)];
}

function partsOutside(layers) {
  const parts = a11y.dom.all(PARTS).filter((part) => !layers.some((layer) => a11y.dom.contains(layer, part)));
  return parts.slice(0, MOST_PARTS);
}
