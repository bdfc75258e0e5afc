"""What a trial is: something that is done to a screen as a learner would do it, and what was seen then."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.model import Evidence

Row = Mapping[str, Any]
"""A fact, plain JSON. `mark` is the number under which `marked.js` keeps its element in the frame; the check sees it as
`element`. `picture` is the name of a picture in `Observation.pictures`. What else it holds is the trial's own."""


JudgeState = Callable[[str, Frame], Awaitable[None]]
"""Judges what is new in this frame (a11ycheckNew there) as a state of this name."""


@dataclass(frozen=True, slots=True)
class BehaviourContext:
    """A screen to try something on: `root` is its own frame, `until` the moment (time.monotonic) to have stopped by.

    `pictures` says whether pictures are wanted: making them costs time. `guard` is who stops what would be sent.
    `renew` reads the frames of a new document into `root`, ready for scripts and rules. `look` audits what appeared
    as a state of the screen; None where states are judged by others, or not at all.
    """

    frames: Frames
    root: Frame
    until: float
    pictures: bool = True
    before: Mapping[str, Observation] = field(default_factory=dict)
    """What the trials before this one saw on the screen, by name."""
    guard: Guard | None = None
    look: JudgeState | None = None
    renew: Callable[[], Awaitable[None]] | None = None

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
    stop before its end ("time", "stops"), else "". `untested` is what was left alone: (what, stable word, detail);
    `disturbed` says that the page could not be brought back to how it was found."""

    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    bounded: str = ""
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    untested: Sequence[tuple[str, str, str]] = ()
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
