"""Tries on one screen what its rules need, one trial after the other, and judges what was seen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import BehaviourContext, JudgeState, Observation
from a11ycheck.behaviour.size import too_large
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.timeouts import stopped, within
from a11ycheck.evidence.hits import Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.judging.compiled_rules import CompiledRules, behaviour_hits, needs_behaviour
from a11ycheck.model import Evidence, TestOutcome

TOGETHER = {"standard": 10.0, "thorough": 60.0, "asked": 60.0}
"""Seconds that all trials of a profile may take on one screen; those that operate have their own time, but on a screen
whose places to stop could not all be walked they have what is left of these."""
GRACE = 3.0
"""Seconds after its end that a trial has to stop by itself."""
ANSWER, LISTENING = 10.0, 2.0
"""Seconds within which a page that lives answers, on a busy computer too; and between two times that it is asked."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What trials led to on one screen, and the pictures that they made, by name."""

    judged: Judgement = Judgement()
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    disturbed: bool = False
    hangs: bool = False
    """The page stopped answering meanwhile: nothing more can be asked of it."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What trials that operate may need: see BehaviourContext. `patience` multiplies the time that trials may take: a computer
    that does much else needs more."""

    guard: Guard | None = None
    look: JudgeState | None = None
    renew: Callable[[], Awaitable[None]] | None = None
    patience: float = 1.0


async def try_screen(frames: Frames, root: Frame, compiled: CompiledRules, pictures: bool, doing: Doing) -> Tried:
    """Run the trials of the compiled; what was bounded or failed is among the untested.

    Its guard is started and left on: whoever gives it stops it; without one the trials have one of their own.
    """
    order = sorted(compiled.trials, key=lambda name: BEHAVIOURS[name].operates)
    async with AsyncExitStack() as stack:
        guard = doing.guard
        if guard:
            await guard.start()
        else:
            guard = await stack.enter_async_context(Guard(frames.page))
        context = BehaviourContext(frames, root, 0, pictures, guard=guard, look=doing.look, renew=doing.renew)
        # Each look at what a press changed would take seconds there.
        pressing = [name for name in order if BEHAVIOURS[name].operates] if await too_large(context) else []
        order = [name for name in order if name not in pressing]
        asked = [name for name in order if BEHAVIOURS[name].profile == "asked"]
        ran = await _run([name for name in order if name not in asked], context, doing.patience)
        if ran.hangs:
            outcomes: dict[str, TestOutcome] = {
                rule.id: "not-tested" for rule in compiled.rules if needs_behaviour(rule)
            }
            return Tried(Judgement(outcomes=outcomes, untested=tuple(ran.untested)), disturbed=True, hangs=True)
        judged = await behaviour_hits(root, compiled, ran.observed)
        for name in asked:  # what only an option allows may replace the document: all before it is judged first
            last = await _run([name], context, doing.patience)
            ran = _Ran(ran.observed | last.observed, ran.untested + last.untested, last.hangs)
            if ran.hangs:
                break
            hits = await behaviour_hits(root, compiled, last.observed)
            judged = _both(judged, hits, [r.id for r in compiled.rules if set(r.needs) & last.observed.keys()])
    untested = ran.untested + [Untested(name, "trial-bounded", "size") for name in pressing]
    made = {name: picture for one in ran.observed.values() for name, picture in one.pictures.items()}
    disturbed = any(one.disturbed for one in ran.observed.values())
    return Tried(replace(judged, untested=(*judged.untested, *untested)), made, disturbed, ran.hangs)


class _Silent(Exception):
    """The page answers no more."""


@dataclass(slots=True)
class _Ran:
    """What trials saw, what they could not see, and whether the page stopped answering."""

    observed: dict[str, Observation] = field(default_factory=dict)
    untested: list[Untested] = field(default_factory=list)
    hangs: bool = False


async def _run(names: Iterable[str], context: BehaviourContext, patience: float) -> _Ran:
    """One trial after the other, until the page answers no more."""
    ran = _Ran()
    spent = dict.fromkeys(TOGETHER, 0.0)
    for name in names:
        trial = BEHAVIOURS[name]
        began = time.monotonic()
        large = "keyboard" in ran.observed and ran.observed["keyboard"].bounded
        own = trial.operates and not large
        left = trial.seconds if own else min(trial.seconds, TOGETHER[trial.profile] - spent[trial.profile])
        most = max(0.0, left) * patience
        try:
            run = trial.run(replace(context, until=began + most, before=ran.observed))
            one = await _while_it_answers(run, context.root, most + GRACE)
        except _Silent:
            ran.untested.append(Untested(name, "trial-hung"))
            ran.hangs = True
            return ran
        except TimeoutError:
            ran.untested.append(Untested(name, "trial-stopped", "time"))
            continue
        except (PlaywrightError, ScriptError) as error:
            said = str(error).splitlines()[0][:200] if str(error) else ""
            ran.untested.append(Untested(name, "trial-failed", said))
            continue
        finally:
            if not own:
                spent[trial.profile] += (time.monotonic() - began) / patience
        ran.observed[name] = one
        ran.untested += one.untested
        if one.bounded:
            ran.untested.append(Untested(name, "trial-bounded", one.bounded))
    return ran


async def _while_it_answers(run: Awaitable[Observation], root: Frame, seconds: float) -> Observation:
    """What a trial saw. Raises TimeoutError after so many seconds, _Silent as soon as the page answers no more."""
    trial, silence = asyncio.ensure_future(run), asyncio.ensure_future(_silence(root))
    try:
        await asyncio.wait([trial, silence], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if trial.done():
            return trial.result()
        if silence.done() or not await _answers(root):
            raise _Silent
        raise TimeoutError
    finally:
        await stopped([trial, silence])


async def _silence(root: Frame) -> None:
    """Wait until the page answers no more."""
    while await _answers(root):
        await asyncio.sleep(LISTENING)


async def _answers(root: Frame) -> bool:
    """Whether the page still does anything: a script of its own may go round for ever."""
    try:
        await within(root.run("() => true"), ANSWER)
    except TimeoutError:
        return False
    except ScriptError:
        return True  # it is gone, not busy
    return True


def _both(first: Judgement, last: Judgement, rules: Iterable[str]) -> Judgement:
    """Both together; of `rules` the last judgement stands."""
    mine = set(rules)
    hits = (*first.hits, *(hit for hit in last.hits if hit.rule in mine))
    outcomes = {**first.outcomes, **{rule: last.outcomes[rule] for rule in mine if rule in last.outcomes}}
    return Judgement(hits, outcomes, (*first.untested, *(row for row in last.untested if row.what in mine)))
