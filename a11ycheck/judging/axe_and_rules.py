"""Judge a screen, or what is new in one of its frames, with axe and our rules; report what both find once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.evidence.hits import Judgement
from a11ycheck.facts.resolvers.interface import Resolver
from a11ycheck.judging.axe import run_axe
from a11ycheck.judging.checks import judge_frames
from a11ycheck.judging.closed_popups import without_closed_popups
from a11ycheck.judging.compiled_rules import CompiledRules
from a11ycheck.judging.contrast import settle_contrast_doubts
from a11ycheck.judging.exemptions import without_exempt
from a11ycheck.judging.focus_doubts import settle_focus_doubts
from a11ycheck.judging.own_parts import without_own_parts


async def judge_with_axe_and_rules(
    frames: Frames,
    root: Frame,
    axe_rules: Sequence[str],
    compiled: CompiledRules,
    answers: Mapping[str, Resolver],
    only_new: bool = False,
) -> Judgement:
    """Judge what is below `root`, or with `only_new` what is new in it (`fresh` in its state).

    axe and the rules must be loaded in its world and in those of its frames. `answers` resolve the questions of facts,
    by name. Raises ScriptError when the frame is gone.
    """
    ours = await judge_frames(root, compiled, answers, only_new)
    of_axe = await run_axe(root, axe_rules, only_new=only_new) if axe_rules else Judgement()
    of_axe = await without_exempt(root, of_axe)
    of_axe = await settle_contrast_doubts(frames, root, of_axe)
    of_axe = without_closed_popups(await settle_focus_doubts(root, of_axe))
    both = merge_judgements((ours, without_duplicates(of_axe, ours, compiled)))
    return await without_own_parts(root, both, compiled)


def without_duplicates(found: Judgement, ours: Judgement, compiled: CompiledRules) -> Judgement:
    """Return a judgement without hits of axe's rules that a rule of `ours` replaces on the same element."""
    replaced = {
        (name, hit.place[0], hit.ancestry)
        for rule in compiled.rules
        if rule.replaces
        for hit in ours.hits
        if hit.rule == rule.id
        for name in rule.replaces
    }
    kept = tuple(hit for hit in found.hits if (hit.rule, hit.place[0], hit.ancestry) not in replaced)
    return Judgement(kept, found.outcomes, found.untested)


def merge_judgements(parts: Sequence[Judgement]) -> Judgement:
    """Combine judgements of different rules."""
    return Judgement(
        tuple(hit for part in parts for hit in part.hits),
        {rule: outcome for part in parts for rule, outcome in part.outcomes.items()},
        tuple(row for part in parts for row in part.untested),
    )
