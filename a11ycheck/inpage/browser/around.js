// What is around a node and may listen for its events too. Called on a node, as `this`, in the page's own world, where
// elements of a page hide members of forms and of the document.
export default {
  /** @this {Document} */
  windowOf() {
    return Reflect.get(Document.prototype, "defaultView", this);
  },

  /**
   * Return the parent, or the element whose shadow root this is.
   * @this {Node & { host?: Element }}
   */
  parentOf() {
    return Reflect.get(Node.prototype, "parentNode", this) ?? this.host;
  },
};
