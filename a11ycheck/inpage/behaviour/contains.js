// Called on an element: whether a node is in it.
// @requires dom
/** @this {Element} */
export default function (node) {
  return a11y.dom.includes(this, node);
}
