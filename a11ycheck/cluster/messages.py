"""What the main process and a worker say to each other about a stage.

None has a repr of its own: what they carry, such as who is signed in, must not get into a log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from a11ycheck.browser.navigation_errors import Busy, Died, Hung, NotReached, SignedOut
from a11ycheck.files.interface import Limits
from a11ycheck.logins.login import Login
from a11ycheck.model import Event, Page
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import Pictures, ShownScreen
from a11ycheck.web.access import Access

Progress = Mapping[str, Any]
"""How far a walkthrough has come, by the names of its fields."""
_FIXED = ("page", "way", "states")


def progress(walkthrough: Walkthrough) -> Progress:
    """What changes of a walkthrough while it is walked."""
    return {each.name: getattr(walkthrough, each.name) for each in fields(walkthrough) if each.name not in _FIXED}


def go_on(walkthrough: Walkthrough, progress: Progress) -> None:
    """Make a walkthrough as far as another process brought it."""
    for name, value in progress.items():
        setattr(walkthrough, name, value)


@dataclass(frozen=True, slots=True, repr=False)
class Good:
    """A file, or a folder as a zip, that a worker must have: its SHA-256, its name, and where it lies in the main
    process's computer; `path` "" for what lies nowhere."""

    digest: str
    name: str
    path: str = ""
    folder: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Cargo:
    """A package, and how it is to be opened."""

    package: Good
    limits: Limits
    allow: tuple[str, ...]
    h5p_player: Good | None


# What the main process asks; each is answered.


@dataclass(frozen=True, slots=True, repr=False)
class Greet:
    """Start the browser. Reply: Ready or Failed."""


@dataclass(frozen=True, slots=True, repr=False)
class Load:
    """The next part of a good; answer: Ready."""

    good: Good
    part: bytes
    last: bool


@dataclass(frozen=True, slots=True, repr=False)
class Open:
    """Set up a stage of this name. Reply: Ready, Lacks or Failed."""

    stage: str
    target: str
    kit: Good
    alone: bool
    access: Access
    session: Login | None
    cargo: Cargo | None


@dataclass(frozen=True, slots=True, repr=False)
class Begin:
    """Visit a page. Reply: Said."""

    stage: str
    page: Page
    states: bool
    progress: Progress


@dataclass(frozen=True, slots=True, repr=False)
class Reply:
    """To what was said last. Reply: Said."""

    stage: str
    value: object


@dataclass(frozen=True, slots=True, repr=False)
class Leave:
    """Reply: Left."""

    stage: str


Asked = Greet | Load | Open | Begin | Reply | Leave

# What a worker answers.


@dataclass(frozen=True, slots=True, repr=False)
class Ready:
    """Done; the version of the browser, after Greet."""

    browser: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Lacks:
    """WorkerAssets to be loaded first."""

    goods: tuple[Good, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Failed:
    """The worker cannot do that: the first line of why."""

    error: str


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """Is the behaviour of this screen to be tried here? Reply: bool."""

    place: Page
    structure: str
    address: str


@dataclass(frozen=True, slots=True, repr=False)
class Follow:
    """May this address be opened, now? Reply: bool."""

    address: str


@dataclass(frozen=True, slots=True, repr=False)
class Shots:
    """The pictures that were wanted. Reply: anything."""

    pictures: Pictures


@dataclass(frozen=True, slots=True, repr=False)
class Ended:
    """The visit is over: how, by the name of the exception ("" when well), and what happened on the way."""

    kind: str = ""
    why: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    seconds: float | None = None
    events: tuple[Event, ...] = ()
    obeys: bool = False

    def trouble(self) -> NotReached | None:
        """The exception that ended it."""
        match self.kind:
            case "Busy":
                return Busy(int(self.data["status"]), self.seconds)
            case "SignedOut":
                return SignedOut()
            case "Hung":
                return Hung(self.why, **self.data)
            case "Died":
                return Died(self.why, **self.data)
            case "NotReached":
                return NotReached(self.why, **self.data)
        return None


@dataclass(frozen=True, slots=True, repr=False)
class Refused:
    """As the answer to a ShownScreen: its page is not the target's."""

    why: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """How far the walkthrough is, and what the stage hands over or asks. A ShownScreen is answered with the indexes of hits to take
    pictures of, or Refused."""

    progress: Progress
    what: ShownScreen | Claim | Follow | Shots | Ended


@dataclass(frozen=True, slots=True, repr=False)
class Left:
    """What the stage saw beside its pages: events, and what a package lacks (sources/interface.py)."""

    events: tuple[Event, ...]
    missing: Mapping[str, Mapping[str, int]]


Told = Ready | Lacks | Failed | Said | Left
