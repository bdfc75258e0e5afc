"""axe's view of contrast corrected for what is drawn as switched off without saying so to software.

Text of a component that cannot be used needs no contrast (https://www.w3.org/TR/WCAG22/#contrast-minimum, inactive).
Where nothing in it takes the focus and its author calls it disabled, it cannot be used, whatever else it lacks.
"""

from __future__ import annotations

from a11ycheck.frames import Frame, ScriptError
from a11ycheck.hits import Judged

RULES = frozenset({"color-contrast", "color-contrast-enhanced"})
_INACTIVE = """(all) => all.map((parts) => {
  const found = parts.reduce((root, part) => (root?.shadowRoot ?? root)?.querySelector(part), document);
  const STOPS = 'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, '
    + '[tabindex]:not([tabindex^="-"])';
  for (let at = found, up = 0; at && up < 5; at = at.parentElement, up++)
    if ([...at.classList].some((name) => /(^|[-_])(disabled|inactive)$/i.test(name)))
      return !at.matches(STOPS) && !at.querySelector(STOPS) && at.textContent.trim().length < 200;
  return false;
})"""


async def without_inactive(root: Frame, axes: Judged) -> Judged:
    """axe's judgement without the contrast of what is switched off."""
    off: set[tuple[str, tuple[str, ...]]] = set()
    for frame in root.walk():
        places = list(dict.fromkeys(hit.place for hit in axes.hits if hit.rule in RULES and hit.place[0] == frame.id))
        if not places:
            continue
        try:
            said: list[bool] = await frame.run(_INACTIVE, [list(parts) for _, parts in places])
        except ScriptError:
            continue  # it left: what was said of it stands
        off |= {place for place, inactive in zip(places, said, strict=True) if inactive}
    kept = tuple(hit for hit in axes.hits if hit.rule not in RULES or hit.place not in off)
    return Judged(kept, axes.outcomes, axes.untested) if off else axes
