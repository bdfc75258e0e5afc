"""EPUB 2 and 3: each document of the reading order is a page, and what the book says of itself is one more."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Self

from a11ycheck.files.interface import Files, folders_with
from a11ycheck.model import Page, Skipped
from a11ycheck.sources.packages.epub_files import METADATA, Book, page_breaks, read_book
from a11ycheck.sources.packages.opening import Opening
from a11ycheck.sources.packages.origin import name_address
from a11ycheck.sources.packages.package import Package
from a11ycheck.sources.packages.text_page import text_page

CONTAINER = "META-INF/container.xml"
SHOWN = ("application/xhtml+xml", "text/html", "image/svg+xml")


class EpubPackage(Package):
    """The rule `epub-metadata` reads its last page, where the metadata stand as a table."""

    kind = "epub"
    plays = False

    def __init__(self, files: Files, book: Book, how: Opening) -> None:
        super().__init__(files, book.title or files.name, how)
        # By the suffix where that is right too: XHTML served as HTML would not show what a reading system shows.
        self.origin.types = {name: kind for name, kind in book.types.items() if kind in SHOWN}
        self.languages = book.metadata.get("language", ())
        self._pages: list[Page] = []
        self._known = len(book.documents) + 1
        for document in book.documents:
            if not document.name:
                data = {"item": document.href, "href": document.href, "resource": ""}
                self._skipped.append(Skipped(document.href, "missing-file", "", data=data))
            elif document.kind not in SHOWN:
                self._skipped.append(Skipped(document.name, "not-html", "", data={"type": document.kind}))
            else:
                title = book.titles.get(document.name, "")
                path = (self.title, title) if title else (self.title,)
                self._pages.append(Page(name_address(self.base, document.name), document.name, title, path))
        sheet = facts_page(book, breaks=not book.pages and page_breaks(files, book.documents, how.limits))
        where = self.own.page("epub/package", lambda: sheet)
        name = book.opf.rpartition("/")[2]
        self._pages.append(Page(self.base + where, book.opf, name, (self.title, name)))

    @classmethod
    def roots(cls, files: Files) -> Sequence[str]:
        named = [folder for folder in folders_with(files, "mimetype") if _is_book(files, folder + "mimetype")]
        return sorted({*folders_with(files, CONTAINER), *named})

    @classmethod
    def recognise(cls, files: Files, how: Opening) -> Self | None:
        return cls(files, read_book(files, how.limits), how)

    def first(self) -> Sequence[Page]:
        return self._pages

    def known(self) -> int | None:
        return self._known


def _is_book(files: Files, name: str) -> bool:
    """Whether the file `mimetype` says that this is one, though the container may be missing."""
    name = files.find(name) or name
    try:
        return files.size(name) < 100 and files[name].strip() == b"application/epub+zip"
    except KeyError:
        return False


def facts_page(book: Book, *, breaks: bool) -> bytes:
    """What the package document says, for the rule: a row for each thing, empty where it says nothing."""
    facts = {name: "; ".join(book.metadata.get(name, ())) for name in METADATA}
    facts["toc"] = str(book.contents or "")
    facts["page-list"] = str(book.pages or "")
    facts["page-breaks"] = "yes" if breaks or book.pages else ""
    rows = "".join(
        f'<tr data-epub="{name}" data-value="{escape(value)}">'
        f'<th scope="row">{name}</th><td>{escape(value) or "–"}</td></tr>'
        for name, value in facts.items()
    )
    table = f"<table><caption>{escape(book.opf)}</caption><tbody>{rows}</tbody></table>"
    return text_page(book.title or book.opf, table)
