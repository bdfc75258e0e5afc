// The element of a place: a selector in the document, then one in each shadow root on the way.
// @requires dom
(...place) => a11y.dom.find(place);
