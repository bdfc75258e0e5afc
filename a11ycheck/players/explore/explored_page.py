"""The page being explored, as the explorer sees and operates it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from playwright.async_api import Frame as PageFrame

from a11ycheck.inpage import script
from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.explore.scripts import call
from a11ycheck.players.explore.snapshot import PACE, Snapshot, find_restless, snapshot_at_rest, take_snapshot
from a11ycheck.players.explore.steps import Step, find_steps, locate, steps_behind_menu
from a11ycheck.players.traps import Traps

CHANGE = 2.5
"""Seconds that a screen may take to begin to change after a click."""
MOST_REPEATED = 8
"""Clicks that are done once more to come back to a screen."""
MOST_RETURNS = 12
"""Times that the page is loaded again to come back to a screen."""


@dataclass(slots=True)
class ExploredPage:
    """Snapshots without the `noise` (selectors of what changes by itself), and clicks that avoid the `traps`.

    With `stay_in_document` links to other documents aren't followed.
    """

    course: CoursePage
    traps: Traps
    stay_in_document: bool
    noise: tuple[str, ...] = ()
    clicked: list[Step] | None = field(default_factory=list)
    """What was clicked since the page was loaded; None when something else was done too, such as an answer."""
    returns: int = 0
    """Times that the page was loaded again."""

    def address(self) -> str:
        """Return the address of the content's first frame, "" without one."""
        return next((frame.url for frame in self.course.frames()), "")

    async def at_rest(self) -> Snapshot:
        """Return what the page shows once it has come to rest."""
        return await snapshot_at_rest(self.course, self.noise)

    async def at_rest_without_noise(self) -> Snapshot:
        """Return what the page shows once it has come to rest, after adding to the noise what changes by itself."""
        now = await self.at_rest()
        more = [path for path in await find_restless(self.course) if path not in self.noise]
        self.noise = (*self.noise, *more)
        return await self.at_rest() if more else now

    async def change_since(self, before: Snapshot) -> Snapshot | None:
        """Wait for a change after a click and return what the page then shows; None when nothing changed."""
        deadline = time.monotonic() + CHANGE
        while time.monotonic() < deadline:
            await asyncio.sleep(PACE)
            if await self.course.follow():
                return await self.at_rest_without_noise()
            if (await take_snapshot(self.course, self.noise)).parts != before.parts:
                now = await self.at_rest()
                return now if now.parts != before.parts else None
        return None

    async def steps(self) -> list[Step]:
        """Return the visible controls that may lead somewhere."""
        return await find_steps(self.course, self.stay_in_document)

    async def steps_behind(self, menu: Step) -> list[Step]:
        """Return the controls in a closed menu."""
        return await steps_behind_menu(self.course, menu, self.stay_in_document, self.noise)

    async def scroll_through(self) -> bool:
        """Scroll through long pages as a reader does; return whether that brought more content."""
        return any([await call(self.course, frame, "scroll") for frame in self.course.frames()])

    async def asks_something(self) -> bool:
        """Whether the screen still asks something of a learner that we could not do."""
        return any([await call(self.course, frame, "asksSomething") for frame in self.course.frames()])

    async def click(self, step: Step, screen: str) -> bool:
        """Click a control of the screen with this key unless it is a trap; return whether it was clicked."""
        if not await self.may_press(step, screen):
            return False
        if self.clicked is not None:
            self.clicked.append(step)
        return await self.course.click(step.frame, step.path)

    async def click_wherever(self, step: Step) -> tuple[PageFrame, str] | None:
        """Click a control that was seen on an earlier screen; return its place, None when it isn't here."""
        place = await locate(self.course, step)
        if place:
            if self.clicked is not None:
                self.clicked.append(step)
            await self.course.click(*place)
        return place

    async def change_by_trial(self, judged: Snapshot) -> Snapshot | None:
        """Return what the page shows now, None when that is still what was judged."""
        if (await take_snapshot(self.course, self.noise)).parts == judged.parts:
            return None
        after = await self.at_rest()
        return None if after.parts == judged.parts else after

    async def show_again(self, screen: Snapshot, start: str) -> Snapshot | None:
        """Load the page again and click what led to a screen; return what it shows then, None when nothing was done."""
        steps = self.clicked
        if steps is None or len(steps) > MOST_REPEATED or self.returns >= MOST_RETURNS:
            return None
        self.returns += 1
        if not await self.course.load_again(start):
            return None
        now = await self.at_rest()
        for step in steps:
            if now.parts == screen.parts:
                break
            place = await locate(self.course, step)
            if place is None or not await self.course.click(*place):
                break
            now = await self.change_since(now) or now
        return now

    async def begin_again(self, start: str) -> Snapshot | None:
        """Load the content again and return what it shows then; None when that isn't possible."""
        if await self.course.load_again(start):
            self.clicked = []
        elif not await self.jump(start):
            return None
        return await self.at_rest()

    async def may_press(self, step: Step, screen: str = "") -> bool:
        """Whether a control isn't a trap; no control is pressed while the page doesn't answer to the last one."""
        answers = await self.course.evaluate(step.frame, script("page.answers"))
        return answers is True and self.traps.press(trap_name(step, screen), step.label)

    async def jump(self, href: str, frame: PageFrame | None = None) -> bool:
        """Go to an address of this site in the given frame, or in the first; return whether that was possible."""
        frames = self.course.frames()
        target = frame if frame in frames else (frames[0] if frames else None)
        self.clicked = None
        return bool(target and await call(self.course, target, "jump", href))


def trap_name(step: Step, screen: str = "") -> str:
    """Return what identifies a trap: the control and its screen; no screen for an entry of an outline."""
    return f"{screen} {step.name}"
