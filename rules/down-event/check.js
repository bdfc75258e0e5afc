// What happened while the mouse was held, and was not taken back when it was released beside the control.
({ operate }) =>
  operate
    .filter(({ element, down }) => element && down)
    .filter(({ element }) => !element.closest("[role=slider], [role=scrollbar], [draggable=true], canvas, [role=combobox]"))
    .map(({ element, name, down }) => ({ element, message: down === "shown" ? "opens" : "goes", data: { name } }));
