"""Correct axe where it judges what nobody can use: inactive components, and grid cells that hold a control.

Text of an inactive component needs no contrast (https://www.w3.org/TR/WCAG22/#contrast-minimum). A component counts as
inactive when a class name calls it that and nothing in it takes the focus, whatever attributes it lacks. A cell of a
grid takes the focus for the arrow keys only; what people press is the button in it.
"""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Judgement
from a11ycheck.inpage import script

UNUSED = (
    (frozenset({"color-contrast", "color-contrast-enhanced"}), "judging/are_inactive"),
    (frozenset({"target-size"}), "judging/cells_with_controls"),
)
"""Rules of axe, and the script that finds elements that they are not reported for."""


async def without_inactive(root: Frame, judgement: Judgement) -> Judgement:
    """Return axe's judgement without the contrast of inactive components and the size of cells around a control."""
    kept = judgement.hits
    for rules, name in UNUSED:
        unused: set[tuple[str, tuple[str, ...]]] = set()
        for frame in root.walk():
            places = list(dict.fromkeys(hit.place for hit in kept if hit.rule in rules and hit.place[0] == frame.id))
            if not places:
                continue
            try:
                answers: list[bool] = await frame.run(script(name), [list(parts) for _, parts in places])
            except ScriptError:
                continue  # the frame is gone: its hits stay
            unused |= {place for place, holds in zip(places, answers, strict=True) if holds}
        kept = tuple(hit for hit in kept if hit.rule not in rules or hit.place not in unused)
    return Judgement(kept, judgement.outcomes, judgement.untested)
