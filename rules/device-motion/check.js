({ "device-motion": rows }) => {
  const OFF = /motion|tilt|shak|sensor|gyro|beweging|kantel|schud|neig|schütteln|mouvement|inclin/i;
  return rows
    .filter(({ element, moved, controls }) => element && moved && !controls.some((name) => OFF.test(name)))
    .map(({ element, controls }) => ({ element, message: controls.length ? "look" : "only-way" }));
}
