// The nodes around everything. Called on the document, as `this`, in the page's own world, where elements of a page
// hide members of the document.
const own = (name, document) => Reflect.get(Document.prototype, name, document);

export default {
  /** @this {Document} */
  itself() {
    return this;
  },

  /** @this {Document} */
  root() {
    return own("documentElement", this);
  },

  /** @this {Document} */
  body() {
    return own("body", this);
  },

  /**
   * Return the child of the body that is its only one; null when there are more or none.
   * @this {Document}
   */
  onlyChild() {
    const body = own("body", this);
    return body?.children.length === 1 ? body.firstElementChild : null;
  },
};
