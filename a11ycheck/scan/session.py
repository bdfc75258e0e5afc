"""What a stage is given and what it hands over: the seam between where screens play and where they are gathered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from typing import Protocol

from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.facts.resolvers.ends import Follow
from a11ycheck.logins.login import Login
from a11ycheck.model import Event, Evidence, Lesson, Page
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.screen_exam import ExaminedScreen, Instruments
from a11ycheck.sources.interface import PackageFile
from a11ycheck.text import redact
from a11ycheck.web.access import OPEN_TO_ALL, Access
from a11ycheck.web.responses import PackageNetwork


@dataclass(slots=True)
class Log:
    """What happened on the way, without what repeats."""

    events: dict[Event, None] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        clean = replace(event, what=redact.text(event.what), detail=redact.text(event.detail))
        self.events[clean] = None


@dataclass(frozen=True, slots=True)
class ShownScreen:
    """One screen that stands and was judged, still without pictures.

    `address` is where it ended, `links` those found on it, `made` the names of pictures that trials made, `lessons` the
    learning packages that play on it.
    """

    seen: ScreenResult
    address: str
    links: tuple[str, ...]
    made: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()


Pictures = Mapping[int, Evidence]
"""By index of the hit."""
Take = Callable[[Sequence[int]], Awaitable[Pictures]]
"""Takes pictures of these hits while their screen stands."""
Keep = Callable[[ShownScreen, Take], Awaitable[None]]
"""Gets each screen while it stands. Raises NotReached when its page is not the target's."""
Claims = Callable[[Walkthrough, Page, str, str], Awaitable[bool]]
"""Whether the behaviour of this place, a screen of this walkthrough with this structure and address, is to be tried."""


@dataclass(frozen=True, slots=True)
class SessionSetup:
    """What a stage is built for: a target, how it is spoken to, and who decides what is tried and opened.

    `log` is the target's, for what belongs to no page; `known` are screens that were examined already, by signature.
    """

    target: str
    network: PackageNetwork | None
    instruments: Instruments
    log: Log
    known: dict[str, ExaminedScreen]
    follow: Follow
    claims: Claims
    access: Access = OPEN_TO_ALL
    session: Login | None = None
    parcel: PackageFile | None = None
    """How the package was opened, so that it can be opened elsewhere too."""
    missing: Mapping[str, Counter[str]] = field(default_factory=dict)
    """What its pages asked for in vain, as the source counts it."""


class Session(Protocol):
    """A stage: `session_number` tells whose session it has, `obeys` whether it is fit for another page.

    `visit` opens a page and hands over each of its screens; NotReached when it cannot, Died when a new stage may do
    better. `log` is the page's.
    """

    session_number: int

    @property
    def obeys(self) -> bool: ...
    async def visit(self, walkthrough: Walkthrough, keep: Keep, log: Log) -> None: ...


class Backend(Protocol):
    """Where screens play: `most` at once. `stage` waits for a free one; one that is `alone` has a browser of its own,
    so that what dies there died of the one page that was opened there."""

    most: int
    browsers: set[str]
    """Versions of those that pages were opened in."""

    def stage(self, setting: SessionSetup) -> AbstractAsyncContextManager[Session]: ...
    def alone(self, setting: SessionSetup) -> AbstractAsyncContextManager[Session]: ...
