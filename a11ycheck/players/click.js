// Click the first element that matches; whether there is one. Runs in the page's own world.
(selector) => {
  const element = document.querySelector(selector);
  element?.click();
  return Boolean(element);
};
