"""axe and our rules on a screen, or on what is new in one of its frames; what both say is told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.evidence.hits import Judgement
from a11ycheck.facts.resolvers.interface import Resolver
from a11ycheck.judging.axe import run_axe
from a11ycheck.judging.closed_popups import without_closed_popups
from a11ycheck.judging.compiled_rules import CompiledRules, frame_hits
from a11ycheck.judging.contrast import settle_contrast_doubts
from a11ycheck.judging.focus_doubts import settle_focus_doubts
from a11ycheck.judging.inactive import without_inactive


async def judge_with_axe_and_rules(
    frames: Frames,
    root: Frame,
    axe_rules: Sequence[str],
    compiled: CompiledRules,
    answers: Mapping[str, Resolver],
    only_new: bool = False,
) -> Judgement:
    """What our rules and these of axe say below `root`, or with `only_new` of what is new in it (`fresh` in its
    state). Its world, and those of frames in it, have axe and the rules. Raises ScriptError when it went away."""
    ours = await frame_hits(root, compiled, answers, only_new)
    axes = await run_axe(root, axe_rules, only_new=only_new) if axe_rules else Judgement()
    axes = await without_inactive(root, axes)
    axes = without_closed_popups(await settle_focus_doubts(root, await settle_contrast_doubts(frames, root, axes)))
    return merge_judgements((ours, without_duplicates(axes, ours, compiled)))


def without_duplicates(found: Judgement, ours: Judgement, compiled: CompiledRules) -> Judgement:
    """What was found, without what axe says of the same element for the same reason as one of `ours`."""
    said = {
        (name, hit.place[0], hit.ancestry)
        for rule in compiled.rules
        if rule.replaces
        for hit in ours.hits
        if hit.rule == rule.id
        for name in rule.replaces
    }
    kept = tuple(hit for hit in found.hits if (hit.rule, hit.place[0], hit.ancestry) not in said)
    return Judgement(kept, found.outcomes, found.untested)


def merge_judgements(parts: Sequence[Judgement]) -> Judgement:
    """Judgements of different rules as one."""
    return Judgement(
        tuple(hit for part in parts for hit in part.hits),
        {rule: outcome for part in parts for rule, outcome in part.outcomes.items()},
        tuple(row for part in parts for row in part.untested),
    )
