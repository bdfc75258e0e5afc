"""A folder, or a zip, with documents and no web page."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.files.interface import Files
from a11ycheck.files.media_types import is_page
from a11ycheck.model import Page
from a11ycheck.sources.documents import documents
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.package import Package


class DocumentFolder(Package):
    """All documents in some files that are no package of any kind."""

    kind = "documents"

    def __init__(self, files: Files, options: OpenOptions) -> None:
        super().__init__(files, SourceInfo(files.name, self.kind, files.name, only_documents=True), options)

    @classmethod
    def has_only_documents(cls, files: Files) -> bool:
        """Return whether there are documents to read, and no web pages that would stay untested."""
        return bool(documents(files, "")) and not any(is_page(name) for name in files)

    def first_pages(self) -> Sequence[Page]:
        return ()

    def page_count(self) -> int | None:
        return 0
