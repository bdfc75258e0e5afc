"""The seam between opening pages and gathering what was found: sessions, and the backends that provide them.

A backend (this computer, or a cluster) gives sessions. A session opens one page after the other, walks through its
screens and hands each over while it is shown. Whoever scans a target knows no more of either than is written here.
"""

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
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.sources.interface import PackageFile
from a11ycheck.text import redact
from a11ycheck.web.access import PUBLIC_ACCESS, Access
from a11ycheck.web.responses import PackageNetwork


@dataclass(slots=True)
class Log:
    """What happened on the way, each event once, without secrets."""

    events: dict[Event, None] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """Add an event unless the same one is there already."""
        clean = replace(event, what=redact.text(event.what), detail=redact.text(event.detail))
        self.events[clean] = None


@dataclass(frozen=True, slots=True)
class ShownScreen:
    """One screen that is shown and was judged, still without pictures.

    `address` is where it ended, `links` those found on it, `changing` those of them that change something, `made` the
    names of pictures that behaviours made, `lessons` the learning packages that play on it. `people` are names and
    `secrets` words that the screen as a whole tells: neither may be kept.
    """

    seen: ScreenResult
    address: str
    links: tuple[str, ...]
    made: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    changing: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()


Pictures = Mapping[int, Evidence]
"""Pictures by the index of their hit."""
TakePictures = Callable[[Sequence[int]], Awaitable[Pictures]]
"""Takes pictures of the hits with these indexes, while their screen is shown."""
KeepScreen = Callable[[ShownScreen, TakePictures], Awaitable[None]]
"""Gets each screen while it is shown. Raises NotReached when its page does not belong to the target."""
ClaimBehaviour = Callable[[Walkthrough, Page, str, str], Awaitable[bool]]
"""Whether to try the behaviour of this place, a screen of this walkthrough with this structure and address."""


@dataclass(frozen=True, slots=True)
class SessionSetup:
    """What a session is opened for: a target, how its server is addressed, and who decides what is tried and opened.

    `network` is that of a package, None on the open web. `log` is the target's, for what belongs to no page; `known`
    holds the screens that were examined already, by signature. `login` is who is signed in.
    """

    target: str
    network: PackageNetwork | None
    instruments: Instruments
    log: Log
    known: dict[str, ExaminedScreen]
    follow: Follow
    claims: ClaimBehaviour
    access: Access = PUBLIC_ACCESS
    login: Login | None = None
    package_file: PackageFile | None = None
    """How the package was opened, so that it can be opened elsewhere too."""
    missing: Mapping[str, Counter[str]] = field(default_factory=dict)
    """Files that its pages asked for without success, as the source counts them."""


class Session(Protocol):
    """Opens one page after the other. `login_number` tells which of several sign-ins it has.

    `visit` opens a page and hands over each of its screens; events of the page go to `log`. It raises NotReached
    when the page cannot be opened, Died when a new session may do better. `is_usable` says whether the session is
    fit for another page.
    """

    login_number: int

    @property
    def is_usable(self) -> bool: ...
    async def visit(self, walkthrough: Walkthrough, keep: KeepScreen, log: Log) -> None: ...


class Backend(Protocol):
    """Where pages are opened, `capacity` of them at the same time.

    `session` waits until there is room. `isolated_session` waits for nobody and has a browser of its own: what dies
    there died of the one page that was opened there.
    """

    capacity: int
    browser_versions: set[str]
    """Versions of the browsers that pages were opened in."""

    def session(self, setup: SessionSetup) -> AbstractAsyncContextManager[Session]: ...
    def isolated_session(self, setup: SessionSetup) -> AbstractAsyncContextManager[Session]: ...
