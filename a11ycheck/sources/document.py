"""A single document as a target: a page that is read instead of opened."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import BYTES
from a11ycheck.errors import TargetError
from a11ycheck.files.document_kinds import OLD, kind_of, suffix
from a11ycheck.files.interface import MIB
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import NO_WALK, WalkPlan
from a11ycheck.sources.interface import SourceInfo, Visit


class DocumentFile:
    """The `Source` for one document. Raises TargetError when the file is not there, or is of an old format."""

    pace: float = 0

    def __init__(self, path: Path) -> None:
        self.info = SourceInfo(path.name, "document", "", only_documents=True)
        self._path = path
        if not path.is_file():
            raise TargetError("no-such-file", name=path.name or str(path))
        if better := OLD.get(suffix(path.name)):
            raise TargetError("document-old", name=path.name, kind=suffix(path.name).upper(), better=better)

    @classmethod
    def recognises(cls, path: Path) -> bool:
        """Return whether a path names a document. Its content is looked at when it is read."""
        return not path.is_dir() and bool(kind_of(path.name) or suffix(path.name) in OLD)

    async def open(self) -> None:
        """Do nothing: the document is read when its turn comes."""

    def documents(self) -> Sequence[Page]:
        return [Page(self.info.name, self.info.name, document=kind_of(self.info.name))]

    async def read(self, page: Page) -> bytes:  # noqa: ARG002, there is one
        return await asyncio.to_thread(_read, self._path)

    def first_pages(self) -> Sequence[Page]:
        return ()

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:  # noqa: ARG002
        return ()

    def owns(self, page: Page, address: str) -> bool:  # noqa: ARG002
        return True

    def walk_plan(self, page: Page) -> WalkPlan:  # noqa: ARG002
        return NO_WALK

    async def may_open(self, address: str) -> bool:  # noqa: ARG002
        return False

    def page_count(self) -> int | None:
        return 0

    def skipped(self) -> Sequence[Skipped]:
        return ()

    def missing_files(self) -> Mapping[str, Counter[str]]:
        return {}

    def close(self) -> None:
        """Do nothing: nothing is held open."""


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > BYTES:
            raise Unreadable("document-too-large", limit=f"{BYTES // MIB} MB")
        return path.read_bytes()
    except OSError:
        raise Unreadable("document-broken") from None
