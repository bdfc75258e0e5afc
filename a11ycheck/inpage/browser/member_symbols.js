// Gives members of forms a symbol beside their name, which no field can hide, and returns the symbols by name. For
// scripts that inpage/shadowing.py changed, only in our isolated world. On all but forms a symbol leads to whatever has
// the plain name.
(names) => {
  const own = {};
  for (const name of names.split(" ")) {
    const symbol = Symbol.for(`a11ycheck ${name}`);
    own[name] = symbol;
    if (symbol in Object.prototype) continue;
    let prototype = HTMLFormElement.prototype;
    while (prototype && !Object.hasOwn(prototype, name)) prototype = Object.getPrototypeOf(prototype);
    if (prototype)
      Object.defineProperty(HTMLFormElement.prototype, symbol, Object.getOwnPropertyDescriptor(prototype, name));
    Object.defineProperty(Object.prototype, symbol, {
      get() {
        return this[name];
      },
      set(value) {
        this[name] = value;
      },
    });
  }
  return own;
};
