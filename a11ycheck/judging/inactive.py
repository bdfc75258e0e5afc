"""axe's view corrected where nobody can use what it judges: what is drawn as switched off, cells that hold a control.

Text of a component that cannot be used needs no contrast (https://www.w3.org/TR/WCAG22/#contrast-minimum, inactive).
Where nothing in it takes the focus and its author calls it disabled, it cannot be used, whatever else it lacks. A
cell of a grid takes the focus for the arrow keys; what is pressed is the button in it.
"""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Judgement

_IS_INACTIVE = """(found) => {
  const STOPS = 'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, '
    + '[tabindex]:not([tabindex^="-"])';
  for (let at = found, up = 0; at && up < 5; at = at.parentElement, up++)
    if ([...at.classList].some((name) => /(^|[-_])(disabled|inactive)$/i.test(name)))
      return !at.matches(STOPS) && !at.querySelector(STOPS) && at.textContent.trim().length < 200;
  return false;
}"""
_HOLDS_CONTROL = """(found) =>
  !!found?.matches('td, th, tr, [role=gridcell], [role=row], [role=columnheader], [role=rowheader]')
    && !!found.querySelector('a[href], button, input:not([type=hidden]), select, textarea')"""
UNUSED = (
    (frozenset({"color-contrast", "color-contrast-enhanced"}), _IS_INACTIVE),
    (frozenset({"target-size"}), _HOLDS_CONTROL),
)
"""Rules of axe, and of which elements they are not told."""
_EACH = """(all) => all.map((parts) =>
  (%s)(parts.reduce((root, part) => (root?.shadowRoot ?? root)?.querySelector(part), document)))"""


async def without_inactive(root: Frame, axes: Judgement) -> Judgement:
    """axe's judgement without the contrast of what is switched off, and the size of cells around a control."""
    kept = axes.hits
    for rules, is_unused in UNUSED:
        off: set[tuple[str, tuple[str, ...]]] = set()
        for frame in root.walk():
            places = list(dict.fromkeys(hit.place for hit in kept if hit.rule in rules and hit.place[0] == frame.id))
            if not places:
                continue
            try:
                said: list[bool] = await frame.run(_EACH % is_unused, [list(parts) for _, parts in places])
            except ScriptError:
                continue  # it left: what was said of it stands
            off |= {place for place, one in zip(places, said, strict=True) if one}
        kept = tuple(hit for hit in kept if hit.rule not in rules or hit.place not in off)
    return Judgement(kept, axes.outcomes, axes.untested)
