"""What a behaviour is: something that is done to a screen as a learner would do it, and what was observed then."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.evidence.reasons import Untested
from a11ycheck.model import Evidence

ObservedRow = Mapping[str, object]
"""One thing that was observed, plain JSON; types.py has a type for the rows of each behaviour.

`mark` is the number under which lib/state.js keeps the element in its frame; a check gets it as `element`. `picture`
is the name of a picture in `Observation.pictures`.
"""

JudgeNewState = Callable[[str, Frame], Awaitable[None]]
"""Judges what is new in this frame (`fresh` of lib/state.js) as a state with this name."""


@dataclass(slots=True)
class CurrentDocument:
    """The document that behaviours act on: `root` is replaced when a form leads to another one."""

    root: Frame


@dataclass(frozen=True, slots=True)
class BehaviourContext:
    """The screen that a behaviour acts on, and what it may use, until the moment `until` (time.monotonic).

    `pictures` says whether pictures are wanted: taking them costs time. `guard` stops what would be sent. `is_package`
    says that the screen is one of a package, perhaps on a platform's page: nothing that it sends arrives, so everything
    may be pressed. `judge_state` judges what appeared as a state of the screen; None where others judge states, or
    nobody does.
    `renew` returns the frames of a new document, ready for scripts and rules.
    """

    frames: Frames
    document: CurrentDocument
    until: float
    pictures: bool = True
    before: Mapping[str, Observation] = field(default_factory=dict)
    """What earlier behaviours observed on this screen, by name."""
    guard: Guard | None = None
    is_package: bool = False
    judge_state: JudgeNewState | None = None
    renew: Callable[[], Awaitable[Frame]] | None = None

    @property
    def root(self) -> Frame:
        """The frame of the screen itself."""
        return self.document.root

    async def read_new_document(self) -> None:
        """Continue in the document that a form led to. Does nothing where no document may be replaced."""
        if self.renew:
            self.document.root = await self.renew()

    @property
    def tab(self) -> Tab:
        """The browser page, with its real keyboard and mouse."""
        return self.frames.page

    @property
    def left(self) -> float:
        """Seconds that are left; 0 when the behaviour must stop."""
        return max(0.0, self.until - time.monotonic())


@dataclass(frozen=True, slots=True)
class Observation:
    """What a behaviour observed.

    `rows` are by the id of the frame that they are about. `bounded` is the stable word for why the behaviour stopped
    early ("time", "stops", "elements"), else "". `untested` is what it left alone. `disturbed` says that the page
    could not be brought back to the state that it was found in.
    """

    rows: Mapping[str, Sequence[ObservedRow]] = field(default_factory=dict)
    bounded: str = ""
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    untested: Sequence[Untested] = ()
    disturbed: bool = False


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One behaviour in the list of them.

    `profile` is the first profile that has it, or "asked" for what only an option allows: that runs last and may
    replace the document. `seconds` is the longest that it may take on one screen. `run` leaves the page as it found
    it, raises nothing for what a page does, and stops at `BehaviourContext.until`. A behaviour that `operates` presses
    more than keys that move the focus: it runs after all that do not, and its time is counted separately, because what
    it opens is judged as further screens.
    """

    profile: Literal["standard", "thorough", "asked"]
    seconds: float
    run: Callable[[BehaviourContext], Awaitable[Observation]]
    operates: bool = False
