"""What every kind of package has in common: its files, its own origin and its closed network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from a11ycheck.files.interface import Files, Limits
from a11ycheck.model import Page, Skipped
from a11ycheck.players import PLAYERS
from a11ycheck.players.interface import Way
from a11ycheck.sources.interface import Closed, Visit
from a11ycheck.sources.origin import PackageOrigin

HOST = "course.localhost"
"""The same for all packages, so that the address of a frame is the same in every report.

A name below .localhost is a secure context in every Chromium, as the LMS is that the package is made for; with
the proxy of its context (proxy.py) it never leads to loopback.
"""


class Package:
    """A `Source` (sources/interface.py) that is read from files."""

    kind: str
    pace: float = 0

    def __init__(self, files: Files, title: str, origin: PackageOrigin, allow: tuple[str, ...]) -> None:
        self.files, self.origin = files, origin
        self.name, self.title = files.name, title
        self.network: Closed | None = Closed(HOST, origin, allow)
        self._skipped: list[Skipped] = []

    @classmethod
    def recognise(cls, files: Files, limits: Limits, allow: tuple[str, ...]) -> Self | None:
        """The package, opened, or None when it is of another kind; TargetError when it is of this one, but broken."""
        raise NotImplementedError

    def open(self) -> None:
        """Nothing: a package is read when it is recognised."""

    def first(self) -> Sequence[Page]:
        raise NotImplementedError

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:  # noqa: ARG002
        return ()

    def owns(self, page: Page, address: str) -> bool:  # noqa: ARG002, nothing but the package can be reached
        """Always."""
        return True

    def way(self, page: Page) -> Way:
        """The players of the tools that made the launched file; where none answers, look for a way on."""
        found = ((player, player.recognise(self.files, page.url)) for player in PLAYERS)
        return Way(tuple((player, tool) for player, tool in found if tool), explore=True)

    def known(self) -> int | None:
        return None

    def skipped(self) -> Sequence[Skipped]:
        return (*self._skipped, *self.files.left_out)

    def close(self) -> None:
        self.files.close()
