// The nodes around everything. Called on the document, as `this`, in the page's own world.
export default {
  /** @this {Document} */
  itself() {
    return this;
  },

  /** @this {Document} */
  root() {
    return this.documentElement;
  },

  /** @this {Document} */
  body() {
    return this.body;
  },

  /**
   * Return the child of the body that is its only one; null when there are more or none.
   * @this {Document}
   */
  onlyChild() {
    return this.body?.children.length === 1 ? this.body.firstElementChild : null;
  },
};
