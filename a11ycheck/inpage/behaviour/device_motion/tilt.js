// Moves the device, for this frame, and tells whether something changes then that did not change before by itself.
// @requires timing
const WAIT = 150; // ms
const FIELDS = "input, select, progress, meter";
const MOST_FIELDS = 500;

export default async (kinds) => {
  let changes = 0;
  const observer = new MutationObserver((records) => {
    changes += records.length;
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  await a11y.timing.pause(WAIT);
  const alone = changes;
  const before = places();
  for (let n = 0; n < 3; n++) turn(kinds, n % 2 ? -1 : 1);
  await a11y.timing.pause(WAIT);
  const moved = (alone === 0 && changes > 0) || places() !== before;
  turn(kinds, -1);
  observer.disconnect();
  return moved;
};

/** Return where the window is scrolled to, and the values of its fields. */
function places() {
  const fields = [...document.querySelectorAll(FIELDS)].slice(0, MOST_FIELDS);
  return [scrollX, scrollY, fields.map(({ value, checked }) => `${value}${checked}`).join()].join();
}

function turn(kinds, side) {
  if (kinds.includes("deviceorientation")) {
    const angles = { alpha: 40 * side, beta: 45 * side, gamma: 45 * side };
    dispatchEvent(new DeviceOrientationEvent("deviceorientation", angles));
  }
  if (kinds.includes("devicemotion")) {
    const acceleration = { x: 6 * side, y: 6 * side, z: 9 };
    const rotationRate = { alpha: 40 * side, beta: 40 * side, gamma: 40 * side };
    const motion = { acceleration, accelerationIncludingGravity: acceleration, rotationRate, interval: 16 };
    dispatchEvent(new DeviceMotionEvent("devicemotion", motion));
  }
}
