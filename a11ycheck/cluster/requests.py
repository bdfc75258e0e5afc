"""What the main process asks of a worker; each request gets one answer (cluster/answers.py).

Requests have no repr: they carry logins, which must not get into a log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a11ycheck.cluster.walk_progress import WalkProgress
from a11ycheck.files.interface import Limits
from a11ycheck.logins.login import Login
from a11ycheck.model import Page
from a11ycheck.web.access import Access


@dataclass(frozen=True, slots=True, repr=False)
class Asset:
    """A file, or a folder sent as a zip, that a worker needs.

    `digest` is the SHA-256 of its contents. `path` is where it lies on the computer of the main process, "" when it
    exists only in memory.
    """

    digest: str
    name: str
    path: str = ""
    folder: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class PackageAssets:
    """A package and how to open it, as PackageFile (sources/interface.py)."""

    package: Asset
    limits: Limits
    allow_hosts: tuple[str, ...]
    h5p_player: Asset | None
    host: str

    @property
    def all(self) -> tuple[Asset, ...]:
        """Everything that a worker needs to open the package."""
        return (self.package, self.h5p_player) if self.h5p_player else (self.package,)


@dataclass(frozen=True, slots=True, repr=False)
class StartBrowser:
    """Start the browser. Answer: Ready with its version, or Failed."""


@dataclass(frozen=True, slots=True, repr=False)
class SendAsset:
    """Store the next part of an asset, until the `audit` ends. Answer: Ready."""

    audit: str
    asset: Asset
    part: bytes
    is_last: bool


@dataclass(frozen=True, slots=True, repr=False)
class OpenSession:
    """Open a session; later requests name it by `session_id`. Answer: Ready, MissingAssets or Failed.

    `audit` is the id of the command that asks. `instruments` is the asset with the pickled Instruments
    (scan/exam/instruments.py).
    """

    audit: str
    session_id: str
    target: str
    instruments: Asset
    isolated: bool
    access: Access
    login: Login | None
    package: PackageAssets | None

    @property
    def assets(self) -> tuple[Asset, ...]:
        """Everything that a worker needs for this session."""
        return (self.instruments, *(self.package.all if self.package else ()))


@dataclass(frozen=True, slots=True, repr=False)
class VisitPage:
    """Visit a page. Answer: VisitStep."""

    session_id: str
    page: Page
    states: bool
    progress: WalkProgress


@dataclass(frozen=True, slots=True, repr=False)
class ScreenRefused:
    """The reply to a ShownScreen when its page doesn't belong to the target: NotReached is raised for this reason."""

    why: str
    data: Mapping[str, str]


StepReply = bool | tuple[int, ...] | ScreenRefused | None
"""The reply to the content of a VisitStep; the classes in cluster/answers.py say which one each expects."""


@dataclass(frozen=True, slots=True, repr=False)
class ContinueVisit:
    """Continue the visit with the reply to its last step. Answer: VisitStep."""

    session_id: str
    reply: StepReply


@dataclass(frozen=True, slots=True, repr=False)
class CloseSession:
    """Close a session. Answer: SessionClosed."""

    session_id: str


@dataclass(frozen=True, slots=True, repr=False)
class EndAudit:
    """Remove what was sent for this audit and no other. Answer: Ready."""

    audit: str


WorkerRequest = StartBrowser | SendAsset | OpenSession | VisitPage | ContinueVisit | CloseSession | EndAudit
