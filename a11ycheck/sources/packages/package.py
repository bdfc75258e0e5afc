"""What every kind of package has in common: its files, its own origin and its closed network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Self

from a11ycheck.errors import TargetError
from a11ycheck.files.document_kinds import kind_of
from a11ycheck.files.interface import MIB, Files, Limits
from a11ycheck.model import Page, Skipped
from a11ycheck.players import PLAYERS
from a11ycheck.players.interface import WalkPlan
from a11ycheck.players.named_tool import maker
from a11ycheck.sources.documents import documents, left_documents, read_bytes
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.packages.opening import HOST, Opening
from a11ycheck.sources.packages.origin import PackageOrigin
from a11ycheck.sources.packages.virtual_pages import VirtualPages
from a11ycheck.web.responses import PackageNetwork

MOST_MISSING = 5


class Package:
    """A `Source` and a `Library` (sources/interface.py) that is read from files."""

    kind: str
    pace: float = 0
    whole = False
    """Whether it is opened from the top even when its sign stands in a folder."""
    only_documents = False
    languages: Sequence[str] = ()
    """Those that the package says it is in, apart from what its pages say."""
    plays = True
    """Whether its pages may have more screens than the one they begin with: not the pages of a book."""

    def __init__(self, files: Files, title: str, how: Opening) -> None:
        self.files, self.base, self.allow = files, how.base, how.allow
        self.own = VirtualPages()
        self.origin = PackageOrigin(files, self.own)
        self.name, self.title = files.name, title
        self.network: PackageNetwork | None = PackageNetwork(HOST, self.origin, how.allow)
        self._skipped: list[Skipped] = []
        self._titles: dict[str, dict[str, Any]] = {}

    @classmethod
    def roots(cls, files: Files) -> Sequence[str]:
        """The folders ("" or ending in "/") at which a package of this kind seems to stand."""
        raise NotImplementedError

    @classmethod
    def recognise(cls, files: Files, how: Opening) -> Self | None:
        """The package, opened, or None when it is of another kind; TargetError when it is of this one, but broken.

        `files` begin at one of `roots`.
        """
        raise NotImplementedError

    @classmethod
    def otherwise(cls, files: Files, how: Opening) -> Self | None:  # noqa: ARG003
        """The package when no kind has a sign in these files, but this one can make do with what is there; or None."""
        return None

    def open(self) -> None:
        """Nothing: a package is read when it is recognised."""

    def first(self) -> Sequence[Page]:
        raise NotImplementedError

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:  # noqa: ARG002
        return ()

    def owns(self, page: Page, address: str) -> bool:  # noqa: ARG002, nothing but the package can be reached
        """Always."""
        return True

    def way(self, page: Page) -> WalkPlan:
        """The players of the tools that made the launched file; where none answers, look for a way on."""
        found = ((player, player.recognise(self.files, page.url)) for player in PLAYERS)
        known = tuple((player, tool) for player, tool in found if tool)
        return WalkPlan(known, explore=self.plays, maker=maker(self.files, page.url))

    def documents(self) -> Sequence[Page]:
        """By the names of their files; those that a manifest names have its title and path."""
        found = documents(self.files, self.base)
        return [replace(page, **self._titles.get(page.url, {})) for page in found]

    def _name_document(self, name: str, title: str, path: tuple[str, ...]) -> bool:
        """Keep what a manifest calls a file that is a document; whether it is one."""
        if not kind_of(name):
            return False
        self._titles[name] = {"title": title, "path": path}
        return True

    def read(self, page: Page) -> bytes:
        return read_bytes(self.files, page.url)

    def opens(self, address: str) -> bool:  # noqa: ARG002
        """Never: content that is opened beside its run-time shows something else."""
        return False

    def known(self) -> int | None:
        return None

    def skipped(self) -> Sequence[Skipped]:
        return (*self._skipped, *left_documents(self.files), *self.files.left_out, *self._missing())

    def missing(self) -> Mapping[str, Counter[str]]:
        """Of this package alone."""
        return {self.base: self.origin.missing}

    def _missing(self) -> Sequence[Skipped]:
        """What the pages asked for and did not get."""
        names = sorted(self.origin.missing)
        if not names:
            return ()
        data = {"count": str(len(names)), "names": ", ".join(name[:100] for name in names[:MOST_MISSING])}
        return (Skipped(names[0][:200], "missing-files", "", data=data),)

    def close(self) -> None:
        self.files.close()


def read_bounded(files: Files, name: str, limits: Limits) -> bytes:
    """A manifest or another file that is read whole; TargetError when it is larger than such files are, or damaged."""
    if files.size(name) > limits.manifest_bytes:
        raise TargetError("manifest-too-large", name=files.name, file=name, limit=limits.manifest_bytes // MIB)
    try:
        return files[name]
    except KeyError as error:
        raise TargetError("manifest-unreadable", name=files.name, file=name) from error
