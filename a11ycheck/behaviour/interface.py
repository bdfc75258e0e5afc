"""What a trial is: something that is done to a screen as a learner would do it, and what was seen then."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.evidence.reasons import Untested
from a11ycheck.model import Evidence

Row = Mapping[str, Any]
"""A fact, plain JSON. `mark` is the number under which `marked.js` keeps its element in the frame; the check sees it as
`element`. `picture` is the name of a picture in `Observation.pictures`. What else it holds is the trial's own."""


JudgeState = Callable[[str, Frame], Awaitable[None]]
"""Judges what is new in this frame (a11ycheckNew there) as a state of this name."""


@dataclass(slots=True)
class CurrentDocument:
    """The document that behaviours act on: `root` is replaced when a form leads to another one."""

    root: Frame


@dataclass(frozen=True, slots=True)
class BehaviourContext:
    """A screen to try something on, until the moment `until` (time.monotonic).

    `pictures` says whether pictures are wanted: making them costs time. `guard` stops what would be sent.
    `judge_state` judges what appeared as a state of the screen; None where states are judged by others, or not at
    all. `renew` returns the frames of a new document, ready for scripts and rules.
    """

    frames: Frames
    document: CurrentDocument
    until: float
    pictures: bool = True
    before: Mapping[str, Observation] = field(default_factory=dict)
    """What the behaviours before this one observed on the screen, by name."""
    guard: Guard | None = None
    judge_state: JudgeState | None = None
    renew: Callable[[], Awaitable[Frame]] | None = None

    @property
    def root(self) -> Frame:
        """The frame of the screen itself."""
        return self.document.root

    async def read_new_document(self) -> None:
        """Go on in the document that a form led to. Does nothing where no document may be replaced."""
        if self.renew:
            self.document.root = await self.renew()

    @property
    def tab(self) -> Tab:
        """The browser page: its real keyboard and mouse."""
        return self.frames.page

    @property
    def left(self) -> float:
        """Seconds that are left; 0 when a trial must stop."""
        return max(0.0, self.until - time.monotonic())


@dataclass(frozen=True, slots=True)
class Observation:
    """What a trial saw: rows by the id of the frame they are about, and `bounded`, one stable word, where it had to
    stop before its end ("time", "stops"), else "". `untested` is what was left alone;
    `disturbed` says that the page could not be brought back to how it was found."""

    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    bounded: str = ""
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    untested: Sequence[Untested] = ()
    disturbed: bool = False


@dataclass(frozen=True, slots=True)
class Behaviour:
    """`profile` is the first that has it, "asked" for what only an option of its own allows: such a trial runs last and
    may replace the document, with `BehaviourContext.renew`; `seconds` the most that it may take on one screen.

    `run` leaves the page as it found it, raises nothing for what a page does, and stops at `BehaviourContext.until`. An
    `operates` trial presses more than keys that move: it runs after all that do not. Its time counts apart, because
    what it opens is judged as further screens.
    """

    profile: Literal["standard", "thorough", "asked"]
    seconds: float
    run: Callable[[BehaviourContext], Awaitable[Observation]]
    operates: bool = False
