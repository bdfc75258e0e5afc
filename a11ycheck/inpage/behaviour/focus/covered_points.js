// Which of these points in a frame element are covered by a fixed or sticky layer of this document.
// @requires dom, layers, state
export default (mark, points) => {
  const frame = a11y.state.marked(mark);
  return points.map(([x, y]) => {
    const hit = a11y.dom.elementAt(x, y);
    if (!hit || hit === frame) return false;
    const layer = a11y.layers.stayingLayer(hit, { controls: false });
    return Boolean(layer?.opaque) && !layer.element.contains(frame);
  });
};
