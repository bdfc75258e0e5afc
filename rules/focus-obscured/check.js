({ keyboard }) =>
  keyboard.flatMap(({ kind, element, name, covered, layer, seen }) => {
    if (kind !== "stop" || !element || seen !== "yes" || covered < 0.75) return [];
    return [{ element, message: covered === 1 ? "covered" : "nearly", data: { name, layer: /^<[\w-]+/.exec(layer)?.[0].slice(1) ?? "frame" } }];
  })
