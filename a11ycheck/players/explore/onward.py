"""Leave a screen for the next one: press what leads on, and do what the screen asks before it lets a learner go on."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from a11ycheck.players.explore.ending import SURE, EndSigns, read_ending
from a11ycheck.players.explore.explored_page import ExploredPage
from a11ycheck.players.explore.screens import FoundScreen, FoundScreens, OutlineQueue
from a11ycheck.players.explore.scripts import call
from a11ycheck.players.explore.snapshot import PACE, Snapshot

LATER = 4.0
"""Seconds to wait for a disabled control to become enabled."""
LEADS_ON = 30
"""A control with this score or more probably leads on."""
MOST_NEXT = 4
"""Controls tried on one screen that seem to lead on."""
MOST_PRESSED = 15
"""Other controls pressed on one screen that doesn't let a learner go on."""
MOST_ANSWERS = 4
"""Rounds of answers to the questions of one screen."""
MOST_QUESTIONS = 6
"""Questions answered in one frame."""
STAYED = " still"
"""Added to the name of a control when pressing it changed nothing."""


@dataclass(slots=True)
class Onward:
    """The ways to leave a screen for the next one; `signs` collects what that tells of the end.

    `answered` tells whether an answer to a question on the current screen changed anything.
    """

    page: ExploredPage
    screens: FoundScreens
    queue: OutlineQueue
    signs: EndSigns
    answered: bool = False

    async def go(self, now: Snapshot) -> Snapshot | None:
        """Leave the screen, past a gate where there is one; return the next screen, None when nothing leads on."""
        found = self.screens[now]
        moved = await self._press_next(found, now)
        if moved is not None:
            return moved
        if "through" in found.tried:
            return None
        steps = [step for step in await self.page.steps() if step.kind == "next" and step.score >= LEADS_ON]
        shut = any(step.disabled or f"{step.name}{STAYED}" in found.tried for step in steps)
        if not shut and (steps or self.queue.waiting):
            return None
        self.answered = False
        found.untried = -1 if shut else await self._count_untried(found)
        moved = await self._pass_gate(found, now, shut)
        found.untried = 0 if moved is None else max(0, found.untried)
        if moved is None and shut:
            moved = await self._wait_for_next(found)
        if moved is None:
            found.tried.add("through")
            surely_shut = any(
                step.score >= SURE and (step.disabled or f"{step.name}{STAYED}" in found.tried) for step in steps
            )
            await self._note_end(now, surely_shut)
        return moved

    async def _note_end(self, now: Snapshot, shut: bool) -> None:
        """Note what the screen says where nothing leads on: a shut way on may hide more, unless this is the end."""
        ending = await read_ending(self.page.course, now.count)
        self.signs.all_seen = self.signs.all_seen or ending == "all"
        if shut and not ending and not self.signs.shut:
            is_gate = not self.answered and await self.page.asks_something()
            self.signs.shut = "gate" if is_gate else "way-on-shut"

    async def _wait_for_next(self, found: FoundScreen) -> Snapshot | None:
        """Wait for a control that leads on to become enabled by itself, and press it."""
        deadline = time.monotonic() + LATER
        while time.monotonic() < deadline:
            await asyncio.sleep(4 * PACE)
            steps = await self.page.steps()
            if any(step.kind == "next" and not step.disabled and step.name not in found.tried for step in steps):
                return await self._press_next(found, await self.page.at_rest())
        return None

    async def _count_untried(self, found: FoundScreen) -> int:
        steps = [step for step in await self.page.steps() if step.kind == "other" and not step.disabled]
        return sum(step.name not in found.tried for step in steps[:MOST_PRESSED])

    async def _press_next(self, found: FoundScreen, now: Snapshot) -> Snapshot | None:
        """Press the controls that seem to lead on, the surest first, until one of them does."""
        steps = [step for step in await self.page.steps() if step.kind == "next" and not step.disabled]
        steps = [step for step in steps if not self.queue.is_other_page(step)]
        steps = [step for step in steps if step.name not in found.tried | found.started]
        unsure = sum(step.score < SURE for step in steps)
        found.untried = min(found.untried, 0)
        for step in sorted(steps, key=lambda step: -step.score)[:MOST_NEXT]:
            unsure -= step.score < SURE
            found.tried.add(step.name)
            if step.score < SURE:
                found.started.add(step.name)
            self.queue.taken.add(step.name)
            if not await self.page.click(step, found.screen.key):
                continue
            moved = await self.page.change_since(now)
            if moved is not None:
                found.untried = unsure if step.score < SURE else found.untried
                return moved
            found.tried.add(f"{step.name}{STAYED}")
        return None

    async def _pass_gate(self, found: FoundScreen, now: Snapshot, shut: bool) -> Snapshot | None:
        """Do what a learner can do on this screen, one thing at a time, until something leads on."""
        wrong = False
        for turn in range(MOST_ANSWERS):
            asked, wrong = await self._answer_all(turn, wrong)
            if asked and (moved := await self._retry(found, now)):
                return moved
            if turn == 0:
                for task in ("closeDialog", "doAsAsked", "doAsAsked", "doAsAsked"):
                    done = [await call(self.page.course, frame, task) for frame in self.page.course.frames()]
                    self.page.clicked = None if any(done) else self.page.clicked
                    if any(done) and (moved := await self._retry(found, now)):
                        return moved
                if moved := await self._press_all(found, now):
                    return moved
            if not asked or not (shut or wrong):
                return None
        return None

    async def _answer_all(self, turn: int, wrong: bool) -> tuple[bool, bool]:
        """Answer the questions of all frames; return whether there were any, and whether the last was wrong."""
        asked = False
        for frame in self.page.course.frames():
            for number in range(MOST_QUESTIONS):
                feedback = await call(self.page.course, frame, "answer", [number, turn])
                if not isinstance(feedback, dict):
                    break
                asked, verdict = True, feedback.get("verdict")
                self.page.clicked = None
                wrong = verdict == "wrong" or (wrong and verdict != "right")
                self.answered = self.answered or bool(feedback.get("changed"))
        return asked, wrong

    async def _press_all(self, found: FoundScreen, now: Snapshot) -> Snapshot | None:
        """Press everything else on the screen once: tabs, cards, hot spots."""
        steps = [step for step in await self.page.steps() if step.kind == "other" and not step.disabled]
        steps.sort(key=lambda step: -step.score)  # tools of the player last
        steps = [step for step in steps[:MOST_PRESSED] if step.name not in found.tried]
        for number, step in enumerate(steps):
            found.tried.add(step.name)
            if not await self.page.click(step, found.screen.key):
                continue
            if await self.page.course.follow():
                return await self.page.at_rest_without_noise()
            after = await self.page.at_rest()
            if after.leaves(now):
                return after
            for frame in self.page.course.frames():
                await call(self.page.course, frame, "closeDialog")
            if number % 4 == 3 and (moved := await self._retry(found, now)):
                return moved
        return await self._retry(found, now) if steps else None

    async def _retry(self, found: FoundScreen, before: Snapshot) -> Snapshot | None:
        """Press again what led nowhere before; anything that unfolded meanwhile belongs to the same screen."""
        now = await self.page.at_rest()
        if now not in self.screens:
            if now.leaves(before):
                return now
            self.screens.by_parts[now.parts] = found
        found.tried = {
            name for name in found.tried if not name.endswith(STAYED) and f"{name}{STAYED}" not in found.tried
        }
        return await self._press_next(found, now)
