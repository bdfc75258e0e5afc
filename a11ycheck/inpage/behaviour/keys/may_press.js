// Whether Enter may be pressed on what has this mark, to leave a loop: it is no field, and does no harm.
// @requires names, pressing, state
export default (mark, isPackage) => {
  const element = a11y.state.marked(mark);
  if (!element || element.matches("input:not([type=checkbox]), textarea, select")) return false;
  return !/words|ends/.test(a11y.pressing.reasonToLeave(element, a11y.names.visibleName(element), { isPackage }));
};
