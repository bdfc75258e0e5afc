"""The interface of a source: a target that is opened, and the pages that are known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.files.interface import Limits
from a11ycheck.model import Lesson, Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.sources.served_host import HOST
from a11ycheck.web.responses import PackageNetwork


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a target is, as far as that is known before its pages are opened.

    `name` is what reports call it, `kind` a stable word ("website", "scorm12", "document"), and `title` the target's
    own title, "" when it has none.
    """

    name: str
    kind: str
    title: str
    network: PackageNetwork | None = None
    """The closed network in which the pages of a package are opened; None for everything else."""
    languages: tuple[str, ...] = ()
    """The language tags that a package declares in its metadata. Websites have none."""
    only_documents: bool = False
    """Whether the target has only documents to read, and no page to open in a browser."""
    addresses: tuple[str, ...] = ()
    """The addresses from which a website is audited: its start pages, or the whole list."""
    crawl_limits: str = ""
    """How far a crawl goes, as text. Two audits with the same addresses and limits are the same audit."""

    @property
    def is_website(self) -> bool:
        """Whether pages come over the network. Such an audit may take hours, so its results are stored as it goes."""
        return self.kind == "website"


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was opened: the address where it ended, and the links on it (absolute, in document order).

    `changing` are links that change something by what the page says of them: their names, attributes or surroundings.
    `breadcrumbs` are the breadcrumbs that the page shows. `structure` is equal for pages that are built alike, "" when
    unknown. `lessons` are the learning packages embedded in the page.
    """

    page: Page
    address: str
    links: tuple[str, ...] = ()
    breadcrumbs: Breadcrumbs = ()
    structure: str = ""
    title: str = ""
    lessons: tuple[Lesson, ...] = ()
    changing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A package or document on disk, and how to open it.

    `allow_hosts` are the hosts ("cdn.example.org", "*.example.org") that its pages may reach. `h5p_player` is a folder
    with the files of h5p-standalone. `host` is the name under which it is served.
    """

    path: Path
    limits: Limits
    allow_hosts: tuple[str, ...] = ()
    h5p_player: Path | None = None
    host: str = HOST


class Source(Protocol):
    """A target. The constructor and `open` raise TargetError when it cannot be opened.

    Pages come level by level: `first_pages()`, then `next_pages(visits)` with what was found on them, until that
    returns nothing. So the order of pages never depends on how many are visited at once. Documents are read after all
    pages. Methods that may wait for the network or the disk are coroutines.
    """

    @property
    def info(self) -> SourceInfo:
        """What the target is."""

    @property
    def pace(self) -> float:
        """Seconds between two page requests. robots.txt may raise it during a crawl; it is 0 for packages."""

    async def open(self) -> None:
        """Prepare for the first page."""

    def first_pages(self) -> Sequence[Page]:
        """Return the pages to start from."""

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:
        """Return the pages of the next level."""

    def owns(self, page: Page, address: str) -> bool:
        """Return whether a page that ended at this address is still part of the target."""

    def walk_plan(self, page: Page) -> WalkPlan:
        """Return how to get through the screens of a page."""

    async def may_open(self, address: str) -> bool:
        """Return whether a link may be opened to see where it leads."""

    def documents(self) -> Sequence[Page]:
        """Return the documents known so far that can be read."""

    async def read(self, page: Page) -> bytes:
        """Return the bytes of a document. Raises Unreadable (documents/interface.py) when they are not available."""

    def page_count(self) -> int | None:
        """Return how many pages the target has as far as is known now, documents not counted; None when unknown."""

    def skipped(self) -> Sequence[Skipped]:
        """Return what is not tested so far, and why."""

    def missing_files(self) -> Mapping[str, Counter[str]]:
        """Return how often pages asked for files that don't exist: names counted by address of their package's root.

        The counters are those of the source itself, so that requests answered elsewhere can be added.
        """

    def close(self) -> None:
        """Release what is held open."""
