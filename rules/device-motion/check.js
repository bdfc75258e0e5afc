// What a tilt of the device does, and no control that is there does as well.
// @requires text, words/device_motion
const SWITCH = a11y.text.pattern("{device_motion}", a11y.words);

/** @type {Check<"device-motion">} */
export default ({ "device-motion": rows }) =>
  rows
    .filter(({ element, moved, controls }) => element && moved && !controls.some((name) => SWITCH.test(name)))
    .map(({ element, controls }) => ({ element, message: controls.length ? "look" : "only-way" }));
