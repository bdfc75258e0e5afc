"""Run behaviours one after the other on a screen, each within its time, until the page stops answering."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, field, replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.timeouts import stopped, within
from a11ycheck.evidence.reasons import Untested
from a11ycheck.inpage import script

SHARED_SECONDS = {"standard": 10.0, "thorough": 60.0, "asked": 60.0}
"""Seconds that all behaviours of a profile share on one screen. Those that operate have time of their own, except on a
screen whose Tab stops were too many to visit all: there they share what is left."""
GRACE = 3.0
"""Seconds after its end that a behaviour has to stop by itself."""
ANSWER = 10.0
"""Seconds within which a page that works answers, on a busy computer too."""
LISTENING = 2.0
"""Seconds between two times that the page is asked for an answer."""


@dataclass(slots=True)
class BehaviourRun:
    """What behaviours observed, by name, what they could not, and whether the page stopped answering."""

    observed: dict[str, Observation] = field(default_factory=dict)
    untested: list[Untested] = field(default_factory=list)
    hangs: bool = False


class _PageSilent(Exception):
    """The page answers no more."""


async def run_behaviours(names: Iterable[str], context: BehaviourContext, patience: float) -> BehaviourRun:
    """Run these behaviours in order; `patience` multiplies the time that each may take."""
    run = BehaviourRun()
    spent = dict.fromkeys(SHARED_SECONDS, 0.0)
    for name in names:
        behaviour = BEHAVIOURS[name]
        began = time.monotonic()
        is_large = "keyboard" in run.observed and bool(run.observed["keyboard"].bounded)
        has_own_time = behaviour.operates and not is_large
        seconds = behaviour.seconds
        if not has_own_time:
            seconds = max(0.0, min(seconds, SHARED_SECONDS[behaviour.profile] - spent[behaviour.profile]))
        seconds *= patience
        try:
            observing = behaviour.run(replace(context, until=began + seconds, before=run.observed))
            observed = await _while_page_answers(observing, context.root, seconds + GRACE)
        except _PageSilent:
            run.untested.append(Untested(name, "trial-hung"))
            run.hangs = True
            return run
        except TimeoutError:
            run.untested.append(Untested(name, "trial-stopped", "time"))
            continue
        except (PlaywrightError, ScriptError) as error:
            lines = str(error).splitlines()
            run.untested.append(Untested(name, "trial-failed", lines[0][:200] if lines else ""))
            continue
        finally:
            if not has_own_time:
                spent[behaviour.profile] += (time.monotonic() - began) / patience
        run.observed[name] = observed
        run.untested += observed.untested
        if observed.bounded:
            run.untested.append(Untested(name, "trial-bounded", observed.bounded))
    return run


async def _while_page_answers(observing: Awaitable[Observation], root: Frame, seconds: float) -> Observation:
    """Return what a behaviour observed.

    Raises TimeoutError after so many seconds, _PageSilent as soon as the page answers no more.
    """
    task, silence = asyncio.ensure_future(observing), asyncio.ensure_future(_wait_for_silence(root))
    try:
        await asyncio.wait([task, silence], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        if silence.done() or not await _answers(root):
            raise _PageSilent
        raise TimeoutError
    finally:
        await stopped([task, silence])


async def _wait_for_silence(root: Frame) -> None:
    """Return when the page answers no more."""
    while await _answers(root):
        await asyncio.sleep(LISTENING)


async def _answers(root: Frame) -> bool:
    """Tell whether the page still reacts: one of its scripts may run for ever."""
    try:
        await within(root.run(script("page.answers")), ANSWER)
    except TimeoutError:
        return False
    except ScriptError:
        return True  # it is gone, not busy
    return True
