// Returns where the content box of the root element begins in this frame: left and top, in CSS pixels.
() => {
  const { left, top } = document.documentElement.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const inner = (side) => parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]);
  return [left + inner("Left"), top + inner("Top")];
};
