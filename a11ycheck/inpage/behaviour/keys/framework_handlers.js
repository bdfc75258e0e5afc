// Called on the document in the page's own world: elements for which a framework that listens at the root keeps a click
// handler on the element itself, as React, Svelte and Solid do.
const MOST_ELEMENTS = 8000;
const MOST = 100;
const NATIVE = /^(A|BUTTON|INPUT|SELECT|TEXTAREA|SUMMARY|LABEL)$/;

/** @this {Document} */
export default function () {
  const found = [];
  // In this world an element of the page may hide what the document and forms have.
  const elements = Reflect.get(Document.prototype, "querySelectorAll", this).call(this, "*");
  for (const element of [...elements].slice(0, MOST_ELEMENTS)) {
    if (found.length >= MOST) break;
    if (NATIVE.test(element.tagName)) continue;
    const props = Object.keys(element).find((key) => key.startsWith("__reactProps$"));
    const isReact = props && typeof element[props]?.onClick === "function";
    if (isReact || element.__click || element.$$click) found.push(element);
  }
  return found;
}
