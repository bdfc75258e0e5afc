// What happened while the mouse button was down, and was not undone when it was released beside the control.
const HELD_ON_PURPOSE = "[role=slider], [role=scrollbar], [draggable=true], canvas, [role=combobox]";

/** @type {Check<"operate">} */
export default ({ operate }) =>
  operate
    .filter(({ element, down }) => element && down)
    .filter(({ element }) => !element.closest(HELD_ON_PURPOSE))
    .map(({ element, name, down }) => ({ element, message: down === "shown" ? "opens" : "goes", data: { name } }));
