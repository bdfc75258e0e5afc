"""Try on one screen the behaviours that its rules need, and judge what was observed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.running import BehaviourRun, run_behaviours
from a11ycheck.behaviour.screen_size import is_too_large
from a11ycheck.browser.guard import Guard
from a11ycheck.evidence.hits import Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.judging.checks import judge_behaviour
from a11ycheck.judging.compiled_rules import CompiledRules, needs_behaviour
from a11ycheck.model import Evidence


@dataclass(frozen=True, slots=True)
class TriedBehaviour:
    """What trying the behaviour of one screen led to, and the pictures that were made, by name.

    `disturbed` says that the screen is not as it was found, `hangs` that the page stopped answering meanwhile, so
    that nothing more can be asked of it.
    """

    judged: Judgement = Judgement()
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    disturbed: bool = False
    hangs: bool = False


async def try_behaviours(context: BehaviourContext, compiled: CompiledRules, patience: float) -> TriedBehaviour:
    """Run the behaviours that the rules need and judge them; what was bounded or failed is among the untested.

    The guard of the context is switched on and left on; without one, a guard is on while this runs.
    """
    async with AsyncExitStack() as stack:
        if context.guard:
            await context.guard.start()
        else:
            guard = await stack.enter_async_context(Guard(context.frames.page))
            context = replace(context, guard=guard)
        names, too_costly = await _planned(context, compiled)
        asked = [name for name in names if BEHAVIOURS[name].profile == "asked"]
        run = await run_behaviours([name for name in names if name not in asked], context, patience)
        if run.hangs:
            return _hanging(run, compiled)
        judged = await judge_behaviour(context.root, compiled, run.observed)
        for name in asked:  # what only an option allows may replace the document: all before it is judged first
            last = await run_behaviours([name], context, patience)
            run = BehaviourRun(run.observed | last.observed, run.untested + last.untested, last.hangs)
            if run.hangs:
                break
            hits = await judge_behaviour(context.root, compiled, last.observed)
            judged = _merged(judged, hits, {r.id for r in compiled.rules if set(r.needs) & last.observed.keys()})
    untested = (*judged.untested, *run.untested, *(Untested(name, "trial-bounded", "size") for name in too_costly))
    return TriedBehaviour(
        replace(judged, untested=untested),
        {name: picture for observed in run.observed.values() for name, picture in observed.pictures.items()},
        any(observed.disturbed for observed in run.observed.values()),
        run.hangs,
    )


async def _planned(context: BehaviourContext, compiled: CompiledRules) -> tuple[Sequence[str], Sequence[str]]:
    """Return the behaviours to run, those that press things last, and those that are left out.

    On a very large screen, each look at what a press changed would take seconds.
    """
    names = sorted(compiled.behaviours, key=lambda name: BEHAVIOURS[name].operates)
    too_costly = [name for name in names if BEHAVIOURS[name].operates] if await is_too_large(context) else []
    return [name for name in names if name not in too_costly], too_costly


def _hanging(run: BehaviourRun, compiled: CompiledRules) -> TriedBehaviour:
    """Return what can be said of a page that stopped answering: no rule of behaviour was tested."""
    judged = Judgement(
        outcomes={rule.id: "not-tested" for rule in compiled.rules if needs_behaviour(rule)},
        untested=tuple(run.untested),
    )
    return TriedBehaviour(judged, disturbed=True, hangs=True)


def _merged(first: Judgement, last: Judgement, rules: Collection[str]) -> Judgement:
    """Return both judgements as one; of `rules`, the last one is kept."""
    return Judgement(
        (*first.hits, *(hit for hit in last.hits if hit.rule in rules)),
        {**first.outcomes, **{rule: last.outcomes[rule] for rule in rules if rule in last.outcomes}},
        (*first.untested, *(row for row in last.untested if row.what in rules)),
    )
