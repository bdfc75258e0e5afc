"""What a source is: a target opened, and the pages it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.files.interface import Limits
from a11ycheck.model import Lesson, Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.web.responses import PackageNetwork


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was opened: the address it ended at, and the links found on it (absolute, in document order).

    `trail` is the way to it as the page itself says, `structure` equal for pages that are built alike. `title` is
    its own, `lessons` are the learning packages that play on it.
    """

    page: Page
    address: str
    links: tuple[str, ...] = ()
    trail: Breadcrumbs = ()
    structure: str = ""
    title: str = ""
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A package or document on disk, and how it is opened: hosts that it may reach, a folder with an H5P player."""

    path: Path
    limits: Limits
    allow: tuple[str, ...] = ()
    h5p_player: Path | None = None


@runtime_checkable
class Library(Protocol):
    """A source that has documents too: pages that are read instead of opened, after all the others.

    `read` gives the bytes of one; Unreadable (documents/interface.py) when these cannot be had.
    """

    only_documents: bool
    """Whether it has no page that a browser opens."""

    def documents(self) -> Sequence[Page]: ...
    def read(self, page: Page) -> bytes: ...


@runtime_checkable
class Lasting(Protocol):
    """A source whose scan may take hours: what each of its pages came to is kept on the way.

    `asked` are the addresses that tell it from another.
    """

    asked: Sequence[str]


@runtime_checkable
class Incomplete(Protocol):
    """A source whose pages may ask for what is not there: how often, by the root of their package and the name."""

    def missing(self) -> Mapping[str, Counter[str]]: ...


def needs_browser(source: object) -> bool:
    """Whether a source has pages to open, and not only documents to read."""
    return not (isinstance(source, Library) and source.only_documents)


class Source(Protocol):
    """A target, opened. Raise TargetError from the constructor or `open` when it cannot be.

    Pages come level by level: `first()`, then `after(visits)` with what was found, until that is empty; so the
    order of pages never depends on how many are visited at once. `owns` tells whether a page that ended at an
    address is still a part of the target, `way` how to get through the screens of a page, `opens` whether a link
    may be opened to see where it leads.
    """

    name: str
    kind: str
    title: str
    network: PackageNetwork | None
    languages: Sequence[str]
    """Those that it says it is in, apart from what its pages say; of websites none."""
    pace: float
    """Seconds between two page requests; 0 for packages."""

    def open(self) -> None: ...
    def first(self) -> Sequence[Page]: ...
    def owns(self, page: Page, address: str) -> bool: ...
    def way(self, page: Page) -> WalkPlan: ...
    def opens(self, address: str) -> bool: ...
    def after(self, visits: Sequence[Visit]) -> Sequence[Page]: ...
    def known(self) -> int | None: ...
    def skipped(self) -> Sequence[Skipped]: ...
    def close(self) -> None: ...
