"""One document as a target of its own: a page that is read instead of opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import BYTES
from a11ycheck.errors import TargetError
from a11ycheck.files.document_kinds import OLD, kind_of, suffix
from a11ycheck.files.interface import MIB
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import STAY, WalkPlan
from a11ycheck.sources.interface import Visit
from a11ycheck.web.responses import PackageNetwork


class DocumentFile:
    """A `Source` and a `Library` of one document. TargetError when the file cannot be read, or is of an old format."""

    kind = "document"
    only_documents = True
    network: PackageNetwork | None = None
    languages: Sequence[str] = ()
    pace: float = 0

    def __init__(self, path: Path) -> None:
        self.name, self.title = path.name, ""
        self._path = path
        if not path.is_file():
            raise TargetError("no-such-file", name=path.name or str(path))
        if better := OLD.get(suffix(path.name)):
            raise TargetError("document-old", name=path.name, kind=suffix(path.name).upper(), better=better)

    @classmethod
    def recognises(cls, path: Path) -> bool:
        """Whether a path is a document, by its name: what is in it is looked at when it is read."""
        return not path.is_dir() and bool(kind_of(path.name) or suffix(path.name) in OLD)

    def open(self) -> None:
        """Nothing: it is read when its turn comes."""

    def documents(self) -> Sequence[Page]:
        return [Page(self.name, self.name, document=kind_of(self.name))]

    def read(self, page: Page) -> bytes:  # noqa: ARG002, there is one
        try:
            if self._path.stat().st_size > BYTES:
                raise Unreadable("document-too-large", limit=f"{BYTES // MIB} MB")
            return self._path.read_bytes()
        except OSError:
            raise Unreadable("document-broken") from None

    def first(self) -> Sequence[Page]:
        return ()

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:  # noqa: ARG002
        return ()

    def owns(self, page: Page, address: str) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def way(self, page: Page) -> WalkPlan:  # noqa: ARG002
        """Nothing is opened."""
        return STAY

    def opens(self, address: str) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def known(self) -> int | None:
        return 0

    def skipped(self) -> Sequence[Skipped]:
        return ()

    def close(self) -> None:
        """Nothing is held open."""
