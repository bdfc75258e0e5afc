// Moves the device, for this frame, and tells whether something changes then that did not change before by itself.
async (kinds) => {
  const WAIT = 150; // ms
  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const fields = () => [...document.querySelectorAll("input, select, progress, meter")].slice(0, 500).map(({ value, checked }) => `${value}${checked}`).join();
  const rest = () => new Promise((resolve) => setTimeout(resolve, WAIT));
  const places = () => [scrollX, scrollY, fields()].join();
  await rest();
  const alone = changes;
  const before = places();
  const turn = (way) => {
    const axes = { x: 6 * way, y: 6 * way, z: 9 };
    const rates = { alpha: 40 * way, beta: 40 * way, gamma: 40 * way };
    if (kinds.includes("deviceorientation")) dispatchEvent(new DeviceOrientationEvent("deviceorientation", { alpha: 40 * way, beta: 45 * way, gamma: 45 * way }));
    if (kinds.includes("devicemotion")) dispatchEvent(new DeviceMotionEvent("devicemotion", { acceleration: axes, accelerationIncludingGravity: axes, rotationRate: rates, interval: 16 }));
  };
  for (let n = 0; n < 3; n++) turn(n % 2 ? -1 : 1);
  await rest();
  const moved = (alone === 0 && changes > 0) || places() !== before;
  turn(-1);
  observer.disconnect();
  return moved;
}
