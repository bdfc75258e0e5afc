"""IMS Common Cartridge: its web pages, and its topics and questions as pages that we make of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Self
from urllib.parse import quote, unquote

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, folders_with
from a11ycheck.files.media_types import is_page, media_type
from a11ycheck.model import Page, Skipped
from a11ycheck.sources.packages.cartridge_files import Cartridge, Piece, is_cartridge, read_cartridge
from a11ycheck.sources.packages.cartridge_texts import is_assignment, link, questions, topic
from a11ycheck.sources.packages.launched import Entry, LaunchedPackage
from a11ycheck.sources.packages.opening import Opening
from a11ycheck.sources.packages.origin import locate, name_address
from a11ycheck.sources.packages.package import read_bounded
from a11ycheck.sources.packages.paths import outside
from a11ycheck.sources.packages.text_page import text_page
from a11ycheck.web.links import is_document
from a11ycheck.web.xml import decode, read_xml

MANIFEST = "imsmanifest.xml"
TEXTS: dict[str, Callable[[etree._Element], tuple[str, str]]] = {"imsdt": topic, "imsqti": questions}
"""Type of a resource, as it begins -> what reads it."""
_FILE_BASE = re.compile(r"^.*?(?:\$|%24)IMS[-_]CC[-_]FILEBASE(?:\$|%24)/*", re.IGNORECASE)
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title>([^<]{1,300})</title>", re.IGNORECASE)


class CartridgePackage(LaunchedPackage):
    """Items in the order of the manifest, then the pages that no item names."""

    kind = "common-cartridge"
    plays = False

    def __init__(self, files: Files, cartridge: Cartridge, how: Opening) -> None:
        super().__init__(files, cartridge.title, how)
        self.origin.reread = self._reread
        self.languages = cartridge.languages
        self._limits = how.limits
        self._of_canvas = any(name.startswith("course_settings/") for name in files)
        self._seen: set[str] = set()
        for number, piece in enumerate(cartridge.pieces, 1):
            self._add(number, piece)

    @classmethod
    def roots(cls, files: Files) -> Sequence[str]:
        return folders_with(files, MANIFEST)

    @classmethod
    def recognise(cls, files: Files, how: Opening) -> Self | None:
        name = files.find(MANIFEST)
        data = b"" if name is None else read_bounded(files, name, how.limits)
        if name is None or b"artridge" not in data and b"imscc" not in data:
            return None
        root = read_xml(data, files.name, name)
        if not is_cartridge(root):
            return None
        package = cls(files, read_cartridge(root, files.name, name), how)
        if not package.known():
            raise TargetError("manifest-no-items", name=files.name, file=name)
        return package

    def _add(self, number: int, piece: Piece) -> None:
        name = locate(self.files, self._reread(piece.href)) if piece.href and not outside(piece.href) else None
        reader = next((read for kind, read in TEXTS.items() if piece.kind.startswith(kind)), None)
        if piece.kind.startswith("imswl"):
            self._link(piece, name)
        elif piece.kind.startswith("imsbasiclti"):
            if piece.named:
                self._leave(piece, "outside-tool", item=piece.title)
        elif name is None:
            if piece.named:
                self._leave(piece, "missing-file" if piece.href else "missing-resource")
        elif is_page(name):
            self._show(number, piece, name)
        elif reader is not None or name.lower().endswith(".xml"):
            self._text(number, piece, name, reader)
        elif piece.named and not self._name_document(name, piece.title, piece.path) and not is_document(name):
            self._leave(piece, "not-html", type=media_type(name) or name.rpartition(".")[2])

    def _show(self, number: int, piece: Piece, name: str) -> None:
        if name in self._seen and not piece.named:
            return
        address = name_address(self.base, name)
        if self._of_canvas and not piece.href.startswith("web_resources/"):
            title, body = self._parts(name)
            if not body.strip():
                return  # a syllabus that nobody filled in, in every export
            address = self._made(number, name, piece.title or title or name, body)
        self._seen.add(name)
        self._entries += 1
        self._pages.append(Page(address, name, piece.title, piece.path))

    def _parts(self, name: str) -> tuple[str, str]:
        """Title and HTML that Canvas would show in a page of its own: its exports have neither language nor frame."""
        try:
            text = decode(read_bounded(self.files, name, self._limits))
        except TargetError:
            return "", ""
        title, body = _TITLE.search(text), _BODY.search(text)
        return unescape(title[1]).strip() if title else "", body[1] if body else ""

    def _made(self, number: int, name: str, title: str, body: str) -> str:
        """The address of a page that we make of the contents of a file; its links start from where the file stands."""
        base = name_address(self.base, name[: name.rfind("/") + 1])
        return self.base + self.own.page(f"text/{number}", lambda: text_page(title, body, base=base))

    def _text(
        self, number: int, piece: Piece, name: str, read: Callable[[etree._Element], tuple[str, str]] | None
    ) -> None:
        try:
            root = read_xml(read_bounded(self.files, name, self._limits), self.files.name, name)
        except TargetError:
            self._leave(piece, "unreadable-file", name=name)
            return
        if read is None and not is_assignment(root):
            if piece.named:
                self._leave(piece, "not-html", type="XML")
            return
        title, body = (read or topic)(root)
        title = piece.title or title or name
        if not body.strip():
            return
        address = self._made(number, name, title, body)
        path = piece.path if piece.named else (*piece.path, title)
        self._entries += 1
        self._pages.append(Page(address, name, title, path))

    def _link(self, piece: Piece, name: str | None) -> None:
        title, href = "", ""
        if name is not None:
            try:
                title, href = link(read_xml(read_bounded(self.files, name, self._limits), self.files.name, name))
            except TargetError:
                self._leave(piece, "unreadable-file", name=name)
                return
        entry = Entry(piece.title or title, href, piece.path, piece.resource)
        reason = self.hindrance(entry)
        self._entries += 1
        if reason is not None:
            self._skipped.append(reason)
        else:
            self._pages.append(Page(href, href, entry.title, entry.path))

    def _leave(self, piece: Piece, why: str, **data: str) -> None:
        self._entries += 1
        given = {"item": piece.title, "href": piece.href, "resource": piece.resource, **data}
        self._skipped.append(Skipped(piece.href or piece.title, why, "", data=given))

    def _reread(self, path: str) -> str:
        """A path with the token that stands for the folder of a cartridge's files, which Canvas calls web_resources."""
        match = _FILE_BASE.match(path)
        if match is None:
            return path
        rest = unquote(path[match.end() :])
        for folder in ("web_resources/", ""):
            if (name := self.files.find(folder + rest)) is not None:
                return quote(name)
        return quote(rest)
