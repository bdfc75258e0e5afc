// The element that a selector of axe-core points at, through shadow roots where it has several parts.
(selector) => axe.utils.shadowSelect(selector);
