"""Tries on one screen what its rules need, one trial after the other, and judges what was seen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import Frame, Frames, ScriptError
from a11ycheck.hits import Judged
from a11ycheck.judge import Bench, trial_hits
from a11ycheck.model import Evidence
from a11ycheck.trials import TRIALS
from a11ycheck.trials.guard import Guard
from a11ycheck.trials.interface import Ground, Look, Observed
from a11ycheck.trials.size import too_large

TOGETHER = {"standard": 10.0, "thorough": 60.0, "asked": 60.0}
"""Seconds that all trials of a profile may take on one screen."""
GRACE = 3.0
"""Seconds after its end that a trial has to stop by itself."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What trials led to on one screen, and the pictures that they made, by name."""

    judged: Judged = Judged()
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    disturbed: bool = False


@dataclass(frozen=True, slots=True)
class Doing:
    """What trials that operate may need: see Ground. `patience` multiplies the time that trials may take: a computer
    that does much else needs more."""

    guard: Guard | None = None
    look: Look | None = None
    renew: Callable[[], Awaitable[None]] | None = None
    patience: float = 1.0


async def try_screen(frames: Frames, root: Frame, bench: Bench, pictures: bool, doing: Doing) -> Tried:
    """Run the trials of the bench; what was bounded or failed is among the untested.

    Its guard is started and left on: whoever gives it stops it; without one the trials have one of their own.
    """
    order = sorted(bench.trials, key=lambda name: TRIALS[name].operates)
    async with AsyncExitStack() as stack:
        guard = doing.guard
        if guard:
            await guard.start()
        else:
            guard = await stack.enter_async_context(Guard(frames.page))
        ground = Ground(frames, root, 0, pictures, guard=guard, look=doing.look, renew=doing.renew)
        # Each look at what a press changed would take seconds there.
        pressing = [name for name in order if TRIALS[name].operates] if await too_large(ground) else []
        order = [name for name in order if name not in pressing]
        asked = [name for name in order if TRIALS[name].profile == "asked"]
        observed, untested = await _run([name for name in order if name not in asked], ground, doing.patience)
        judged = await trial_hits(root, bench, observed)
        for name in asked:  # what only an option allows may replace the document: all before it is judged first
            last, more = await _run([name], ground, doing.patience)
            observed, untested = observed | last, untested + more
            judged = _both(
                judged, await trial_hits(root, bench, last), [r.id for r in bench.rules if set(r.needs) & last.keys()]
            )
    untested += [(name, "trial-bounded", "size") for name in pressing]
    made = {name: picture for one in observed.values() for name, picture in one.pictures.items()}
    disturbed = any(one.disturbed for one in observed.values())
    return Tried(replace(judged, untested=(*judged.untested, *untested)), made, disturbed)


async def _run(
    names: Iterable[str], ground: Ground, patience: float
) -> tuple[dict[str, Observed], list[tuple[str, str, str]]]:
    """What trials saw, one after the other, and what they could not see."""
    observed: dict[str, Observed] = {}
    untested: list[tuple[str, str, str]] = []
    spent = dict.fromkeys(TOGETHER, 0.0)
    for name in names:
        trial = TRIALS[name]
        began = time.monotonic()
        left = trial.seconds if trial.operates else min(trial.seconds, TOGETHER[trial.profile] - spent[trial.profile])
        most = max(0.0, left) * patience
        try:
            one = await asyncio.wait_for(trial.run(replace(ground, until=began + most, before=observed)), most + GRACE)
        except TimeoutError:
            untested.append((name, "trial-stopped", "time"))
            continue
        except (PlaywrightError, ScriptError) as error:
            untested.append((name, "trial-failed", str(error).splitlines()[0][:200] if str(error) else ""))
            continue
        finally:
            if not trial.operates:
                spent[trial.profile] += (time.monotonic() - began) / patience
        observed[name] = one
        untested += one.untested
        if one.bounded:
            untested.append((name, "trial-bounded", one.bounded))
    return observed, untested


def _both(first: Judged, last: Judged, rules: Iterable[str]) -> Judged:
    """Both together; of `rules` the last judgement stands."""
    mine = set(rules)
    hits = (*first.hits, *(hit for hit in last.hits if hit.rule in mine))
    outcomes = {**first.outcomes, **{rule: last.outcomes[rule] for rule in mine if rule in last.outcomes}}
    return Judged(hits, outcomes, (*first.untested, *(row for row in last.untested if row[0] in mine)))
