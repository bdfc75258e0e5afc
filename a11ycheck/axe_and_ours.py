"""axe and our rules on a screen, or on what is new in one of its frames; what both say is told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from a11ycheck.axe import run_axe
from a11ycheck.contrast import second_look
from a11ycheck.frames import Frame, Frames
from a11ycheck.hits import Judged
from a11ycheck.inactive import without_inactive
from a11ycheck.judge import Answer, Bench, frame_hits
from a11ycheck.listeners import focus_doubts
from a11ycheck.popups import without_closed


async def judge_with_both(
    frames: Frames,
    root: Frame,
    axe_rules: Sequence[str],
    bench: Bench,
    answers: Mapping[str, Answer],
    only_new: bool = False,
) -> Judged:
    """What our rules and these of axe say below `root`, or with `only_new` of what is new in it (a11ycheckNew in our
    world). Its world, and those of frames in it, have axe and the rules. Raises ScriptError when it went away."""
    ours = await frame_hits(root, bench, answers, only_new)
    axes = await run_axe(root, axe_rules, only_new=only_new) if axe_rules else Judged()
    axes = await without_inactive(root, axes)
    axes = without_closed(await focus_doubts(root, await second_look(frames, root, axes)))
    return merged((ours, without_doubles(axes, ours, bench)))


def without_doubles(found: Judged, ours: Judged, bench: Bench) -> Judged:
    """What was found, without what axe says of the same element for the same reason as one of `ours`."""
    said = {
        (name, hit.place[0], hit.ancestry)
        for rule in bench.rules
        if rule.replaces
        for hit in ours.hits
        if hit.rule == rule.id
        for name in rule.replaces
    }
    kept = tuple(hit for hit in found.hits if (hit.rule, hit.place[0], hit.ancestry) not in said)
    return Judged(kept, found.outcomes, found.untested)


def merged(parts: Sequence[Judged]) -> Judged:
    """Judgements of different rules as one."""
    return Judged(
        tuple(hit for part in parts for hit in part.hits),
        {rule: outcome for part in parts for rule, outcome in part.outcomes.items()},
        tuple(row for part in parts for row in part.untested),
    )
