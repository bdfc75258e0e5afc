"""What all kinds of packages have in common: files, a server that answers for them, and a closed network."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Self
from urllib.parse import urlsplit

from a11ycheck.errors import TargetError
from a11ycheck.files.document_kinds import kind_of
from a11ycheck.files.interface import MIB, Files, Limits
from a11ycheck.model import Page, Skipped
from a11ycheck.players import PLAYERS
from a11ycheck.players.interface import WalkPlan
from a11ycheck.players.named_tool import named_tool
from a11ycheck.sources.documents import documents, read_bytes, skipped_documents
from a11ycheck.sources.interface import SourceInfo, Visit
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import PackageOrigin
from a11ycheck.web.responses import PackageNetwork, Response

MOST_MISSING_NAMED = 5


class Package:
    """A `Source` (sources/interface.py) that is read from files.

    `root` is the address of its top folder. Subclasses say in `info` what they are; the network is added here.
    """

    kind: str
    pace: float = 0
    opened_from_top = False
    """Whether it is opened from the top folder even when its sign is in another one."""
    has_inner_screens = True
    """Whether a page may have more screens than the one it begins with. The pages of a book don't."""

    def __init__(
        self, files: Files, info: SourceInfo, options: OpenOptions, origin: PackageOrigin | None = None
    ) -> None:
        self.files, self.root = files, options.root
        self.origin = origin or PackageOrigin(files)
        self.virtual_pages = self.origin.virtual_pages
        host = urlsplit(options.root).hostname or ""
        self.info = replace(info, network=PackageNetwork(host, self.respond, options.allow_hosts))
        self._skipped: list[Skipped] = []
        self._titles: dict[str, tuple[str, tuple[str, ...]]] = {}

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        """Return the folders ("" or ending in "/") where a package of this kind seems to be."""
        raise NotImplementedError

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        """Return the package in files that begin at one of `find_roots`, or None when it is of another kind.

        Raises TargetError when it is of this kind, but broken.
        """
        raise NotImplementedError

    @classmethod
    def recognise_without_sign(cls, files: Files, options: OpenOptions) -> Self | None:
        """Return the package when no kind has a sign in these files but this kind can use them; otherwise None."""
        return None

    async def open(self) -> None:
        """Do nothing: a package is read when it is recognised."""

    def first_pages(self) -> Sequence[Page]:
        raise NotImplementedError

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:
        return ()

    def owns(self, page: Page, address: str) -> bool:
        """Return True: nothing but the package can be reached."""
        return True

    def walk_plan(self, page: Page) -> WalkPlan:
        """Return the players of the tools that made the launched file, and exploring for when none of them answers."""
        matches = ((player, player.recognise(self.files, page.url)) for player in PLAYERS)
        players = tuple((player, tool) for player, tool in matches if tool)
        return WalkPlan(players, explore=self.has_inner_screens, named_tool=named_tool(self.files, page.url))

    def documents(self) -> Sequence[Page]:
        """Return the documents by name; those that a manifest names have its title and path."""
        return [self._titled(page) for page in documents(self.files, self.root)]

    async def read(self, page: Page) -> bytes:
        return await asyncio.to_thread(read_bytes, self.files, page.url)

    async def may_open(self, address: str) -> bool:
        """Return False: content that is opened without its run-time shows something else."""
        return False

    def page_count(self) -> int | None:
        return None

    def skipped(self) -> Sequence[Skipped]:
        return (*self._skipped, *skipped_documents(self.files), *self.files.left_out, *self._skipped_missing())

    def missing_files(self) -> Mapping[str, Counter[str]]:
        return {self.root: self.origin.missing}

    def close(self) -> None:
        self.files.close()

    def respond(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        """Answer a request for the package's host. Called from a thread."""
        return self.origin.respond(method, path, headers, body)

    def _name_document(self, name: str, title: str, path: tuple[str, ...]) -> bool:
        """Keep the title and path that a manifest gives to a document; return whether the file is one."""
        if not kind_of(name):
            return False
        self._titles[name] = title, path
        return True

    def _titled(self, page: Page) -> Page:
        if page.url not in self._titles:
            return page
        title, path = self._titles[page.url]
        return replace(page, title=title, path=path)

    def _skipped_missing(self) -> Sequence[Skipped]:
        """Return what the pages asked for and did not get, as one entry."""
        names = sorted(self.origin.missing)
        if not names:
            return ()
        data = {"count": str(len(names)), "names": ", ".join(name[:100] for name in names[:MOST_MISSING_NAMED])}
        return (Skipped(names[0][:200], "missing-files", "", data=data),)


def read_bounded(files: Files, name: str, limits: Limits) -> bytes:
    """Return a manifest or another file that is read whole.

    Raises TargetError when it is larger than such files are, or damaged.
    """
    if files.size(name) > limits.manifest_bytes:
        raise TargetError("manifest-too-large", name=files.name, file=name, limit=limits.manifest_bytes // MIB)
    try:
        return files[name]
    except KeyError as error:
        raise TargetError("manifest-unreadable", name=files.name, file=name) from error
