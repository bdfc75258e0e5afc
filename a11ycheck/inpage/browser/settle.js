// Resolves after `quiet` milliseconds without a change in the DOM, or after `most`: true when it became quiet.
export default (quiet, most) =>
  new Promise((resolve) => {
    const done = (calm) => {
      clearTimeout(timer);
      clearTimeout(last);
      observer.disconnect();
      resolve(calm);
    };
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, quiet, true);
    });
    let timer = setTimeout(done, quiet, true);
    const last = setTimeout(done, most, false);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
