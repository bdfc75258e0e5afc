"""What a worker answers to the requests of the main process (cluster/requests.py).

They travel as JSON of these types and nothing else (cluster/answer_codec.py), so their fields are plain values:
dataclasses, tuples, mappings, texts and numbers.

Answers have no repr: they carry content of pages, which must not get into a log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from a11ycheck.browser.navigation_errors import Busy, Died, Hung, NotReached, SignedOut
from a11ycheck.cluster.walk_progress import WalkProgress
from a11ycheck.model import Event, Page
from a11ycheck.scan.session import Pictures, ShownScreen


@dataclass(frozen=True, slots=True, repr=False)
class Ready:
    """The request was carried out; after StartBrowser with the version of the browser."""

    browser_version: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Failed:
    """The request could not be carried out; `error` is the first line of the reason."""

    error: str


@dataclass(frozen=True, slots=True, repr=False)
class MissingAssets:
    """The session cannot be opened before these of its assets have been sent, named by their digests."""

    digests: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class SessionClosed:
    """What the session gathered beside its pages: events, and the source's missing files (sources/interface.py)."""

    events: tuple[Event, ...]
    missing_files: Mapping[str, Mapping[str, int]]


# The steps of a visit. Besides these, a ShownScreen is a step: the reply is the indexes of the hits to take pictures
# of, or ScreenRefused.


@dataclass(frozen=True, slots=True, repr=False)
class MayTryBehaviour:
    """Ask whether to try the behaviour of a screen, as ClaimBehaviour (scan/session.py). Reply: bool."""

    place: Page
    structure: str
    address: str


@dataclass(frozen=True, slots=True, repr=False)
class MayOpenLink:
    """Ask whether a link may be opened now. Reply: bool."""

    address: str


@dataclass(frozen=True, slots=True, repr=False)
class TakenPictures:
    """The pictures that the reply to a ShownScreen asked for. Reply: None."""

    pictures: Pictures


@dataclass(frozen=True, slots=True, repr=False)
class VisitEnded:
    """The visit is over; no reply is expected.

    `error_type` is the name of the exception that ended it, "" when there was none. `why`, `data` and `seconds` are
    those of the exception. `is_usable` is that of the session.
    """

    error_type: str = ""
    why: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    seconds: float | None = None
    events: tuple[Event, ...] = ()
    is_usable: bool = False

    @classmethod
    def with_error(cls, error: NotReached) -> VisitEnded:
        """Return the end of a visit that raised this exception."""
        seconds = error.seconds if isinstance(error, Busy) else None
        return cls(type(error).__name__, error.why, dict(error.data), seconds)

    def error(self) -> NotReached | None:
        """Return the exception that ended the visit, None when there was none."""
        match self.error_type:
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


StepContent = ShownScreen | MayTryBehaviour | MayOpenLink | TakenPictures | VisitEnded


@dataclass(frozen=True, slots=True, repr=False)
class VisitStep:
    """How far the walkthrough has come, and what the visit hands over or asks next.

    `progress` is None when it is the same as at the step before: it grows with the number of screens.
    """

    progress: WalkProgress | None
    content: StepContent


WorkerAnswer = Ready | Failed | MissingAssets | SessionClosed | VisitStep
