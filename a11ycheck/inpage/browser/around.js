// What is around a node and may listen for its events too. Called on a node, as `this`, in the page's own world.
export default {
  /** @this {Document} */
  windowOf() {
    return this.defaultView;
  },

  /**
   * Return the parent, or the element whose shadow root this is.
   * @this {Node & { host?: Element }}
   */
  parentOf() {
    return this.parentNode ?? this.host;
  },
};
