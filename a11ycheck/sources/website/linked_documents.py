"""The documents that pages of a website link to."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from a11ycheck.files.document_kinds import kind_of
from a11ycheck.model import Page
from a11ycheck.sources.documents import not_read
from a11ycheck.sources.website.left_out import LeftOut
from a11ycheck.text import redact

MOST_DOCUMENTS = 200
"""Documents that are read, and others that the report names one by one; further ones are only counted."""


class LinkedDocuments:
    """`pages` are the documents to read; those that cannot be read are left out by name."""

    def __init__(self, left_out: LeftOut) -> None:
        self.pages: list[Page] = []
        self._left_out = left_out

    def add(self, address: str, depth: int) -> None:
        """Note a document to read, or why it is not read."""
        path = urlsplit(address).path
        kind = kind_of(path)
        if len(self.pages if kind else self._left_out.named) >= MOST_DOCUMENTS:
            self._left_out.count(address, "more-documents")
        elif kind:
            self.pages.append(Page(address, address, depth=depth, document=kind))
        else:
            self._left_out.named.append(replace(not_read(path), what=redact.url(address)))
