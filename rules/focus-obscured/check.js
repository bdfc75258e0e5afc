// Controls that lie under another layer while they have the focus.

/** @type {Check<"keyboard">} */
export default ({ keyboard }) =>
  keyboard.flatMap(({ kind, element, name, covered, layer, seen }) => {
    if (kind !== "stop" || !element || seen !== "yes" || covered < 0.75) return [];
    const tag = /^<[\w-]+/.exec(layer)?.[0].slice(1) ?? "frame";
    return [{ element, message: covered === 1 ? "covered" : "nearly", data: { name, layer: tag } }];
  });
