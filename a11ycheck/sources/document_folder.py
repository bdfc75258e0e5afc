"""A folder, or a zip, with documents and no web page."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.files.interface import Files
from a11ycheck.files.media_types import is_page
from a11ycheck.model import Page
from a11ycheck.sources.documents import documents
from a11ycheck.sources.packages.package import Package


class DocumentFolder(Package):
    """Every document in it that can be read; asked for only when it is no package of any kind."""

    kind = "documents"
    only_documents = True

    @classmethod
    def holds(cls, files: Files) -> bool:
        """Whether there are documents to read, and no web pages that would stay untested."""
        return bool(documents(files, "")) and not any(is_page(name) for name in files)

    def first(self) -> Sequence[Page]:
        return ()

    def known(self) -> int | None:
        """No pages: its documents are counted where they are read."""
        return 0
