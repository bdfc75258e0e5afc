// What is around a node and may listen for its events too. Called on a node, as `this`, in the page's own world.
export default {
  windowOf() {
    return this.defaultView;
  },

  /** Return the parent, or the element whose shadow root this is. */
  parentOf() {
    return this.parentNode ?? this.host;
  },
};
