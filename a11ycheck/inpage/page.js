// One question to a frame, or one small act in it.
export default {
  /** Return true: the frame answers, so that none of its scripts runs for ever. */
  answers() {
    return true;
  },

  title() {
    return document.title;
  },

  address() {
    return location.href;
  },

  /** Return the address that a link leads to. */
  destination(link) {
    return link.href;
  },

  goBack() {
    history.back();
  },

  document() {
    return document;
  },

  rootElement() {
    return document.documentElement;
  },

  countElements() {
    return document.getElementsByTagName("*").length;
  },

  /** Return how far the frame is scrolled to the right and down, in CSS pixels. */
  scrolled() {
    return [scrollX, scrollY];
  },

  /** Return the width and the height of what shows of the frame, in CSS pixels. */
  size() {
    return [innerWidth, innerHeight];
  },

  /** Give keys to this frame, as they go to a frame in which a person works. */
  takeKeys() {
    if (!document.hasFocus()) window.focus();
  },

  /** Whether keys go to this frame and no element of it has the focus. */
  hasFocusNowhere() {
    return document.hasFocus() && (!document.activeElement || document.activeElement === document.body);
  },

  /** Return the name of the window; one that has none gets this one. */
  nameWindow(name) {
    window.name ||= name;
    return window.name;
  },
};
