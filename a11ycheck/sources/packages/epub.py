"""EPUB 2 and 3: each document of the reading order is a page, and the metadata of the book are one more."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Self

from a11ycheck.files.interface import Files, folders_with
from a11ycheck.model import Page, Skipped
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.epub_files import METADATA, Book, page_breaks, read_book
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import PackageOrigin, file_address
from a11ycheck.sources.packages.package import Package
from a11ycheck.sources.packages.text_page import text_page

CONTAINER = "META-INF/container.xml"
LARGEST_MIMETYPE = 100
"""Bytes of the file `mimetype`."""
BROWSER_TYPES = ("application/xhtml+xml", "text/html", "image/svg+xml")


class EpubPackage(Package):
    """A book. Its last page is a table of its metadata, for the rule `epub-metadata`."""

    kind = "epub"
    has_inner_screens = False

    def __init__(self, files: Files, book: Book, options: OpenOptions) -> None:
        title = book.title or files.name
        # XHTML that is served as HTML would not show what a reading system shows, so the book's own types go first.
        types = {name: kind for name, kind in book.media_types.items() if kind in BROWSER_TYPES}
        info = SourceInfo(files.name, self.kind, title, languages=book.metadata.get("language", ()))
        super().__init__(files, info, options, PackageOrigin(files, types))
        self._pages: list[Page] = []
        self._page_count = len(book.documents) + 1
        for document in book.documents:
            if not document.name:
                data = {"item": document.href, "href": document.href, "resource": ""}
                self._skipped.append(Skipped(document.href, "missing-file", "", data=data))
            elif document.media_type not in BROWSER_TYPES:
                self._skipped.append(Skipped(document.name, "not-html", "", data={"type": document.media_type}))
            else:
                heading = book.titles.get(document.name, "")
                path = (title, heading) if heading else (title,)
                self._pages.append(Page(file_address(self.root, document.name), document.name, heading, path))
        table = metadata_page(book, breaks=not book.pages and page_breaks(files, book.documents, options.limits))
        address = self.root + self.virtual_pages.add_page("epub/package", lambda: table)
        name = book.opf.rpartition("/")[2]
        self._pages.append(Page(address, book.opf, name, (title, name)))

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        without_container = [
            folder for folder in folders_with(files, "mimetype") if _is_book(files, folder + "mimetype")
        ]
        return sorted({*folders_with(files, CONTAINER), *without_container})

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        return cls(files, read_book(files, options.limits), options)

    def first_pages(self) -> Sequence[Page]:
        return self._pages

    def page_count(self) -> int | None:
        return self._page_count


def _is_book(files: Files, name: str) -> bool:
    """Return whether the file `mimetype` declares an EPUB, though the container may be missing."""
    name = files.find(name) or name
    try:
        return files.size(name) < LARGEST_MIMETYPE and files[name].strip() == b"application/epub+zip"
    except KeyError:
        return False


def metadata_page(book: Book, *, breaks: bool) -> bytes:
    """Return the metadata of a book as a page: a row for each name, with an empty value where the book has none."""
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
    return text_page(book.title or book.opf, table, all_made=True)
