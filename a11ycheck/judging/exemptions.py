"""Correct axe where it accuses what WCAG leaves out, or what nobody meets.

Text of an inactive component needs no contrast (https://www.w3.org/TR/WCAG22/#contrast-minimum). A component counts as
inactive when a class name calls it that and nothing in it takes the focus, whatever attributes it lacks.

A target may be small when the browser decides its size (https://www.w3.org/TR/WCAG22/#target-size-minimum), and is no
target when nobody can see it. A cell of a grid takes the focus for the arrow keys only; what people press is the button
in it.

A link in a text is told from it by whatever draws its underline. A tooltip that is empty and not shown tells nothing
yet.

A frame that has no size, or no page, tells nothing that its title could announce. A table whose columns have headers
needs none above the names of its rows, and a puzzle has none. What lies in a slider with a name is no picture of its
own to a screen reader, and neither is a thumb that only a script moves.
"""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.hits import Judgement
from a11ycheck.inpage import script

EXEMPT = (
    (frozenset({"color-contrast", "color-contrast-enhanced"}), "judging/are_inactive"),
    (frozenset({"target-size"}), "judging/exempt_targets"),
    (frozenset({"link-in-text-block"}), "judging/marked_links"),
    (frozenset({"aria-tooltip-name"}), "judging/empty_unseen"),
    (frozenset({"frame-title"}), "judging/unseen_frames"),
    (frozenset({"td-has-header"}), "judging/tables_without_need"),
    (frozenset({"image-alt", "role-img-alt", "svg-img-alt"}), "judging/unmet_parts"),
    (frozenset({"nested-interactive"}), "judging/inert_thumbs"),
)
"""Rules of axe, and the script that finds elements that they are not reported for."""


async def without_exempt(root: Frame, judgement: Judgement) -> Judgement:
    """Return axe's judgement without hits of the rules in `EXEMPT` on elements that they are not reported for."""
    kept = judgement.hits
    for rules, name in EXEMPT:
        exempt: set[tuple[str, tuple[str, ...]]] = set()
        for frame in root.walk():
            places = list(dict.fromkeys(hit.place for hit in kept if hit.rule in rules and hit.place[0] == frame.id))
            if not places:
                continue
            try:
                answers: list[bool] = await frame.run(script(name), [list(parts) for _, parts in places])
            except ScriptError:
                continue  # the frame is gone: its hits stay
            exempt |= {place for place, holds in zip(places, answers, strict=True) if holds}
        kept = tuple(hit for hit in kept if hit.rule not in rules or hit.place not in exempt)
    return Judgement(kept, judgement.outcomes, judgement.untested)
