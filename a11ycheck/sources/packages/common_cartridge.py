"""IMS Common Cartridge: its web pages, and its topics and questions as pages made from their XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from html import unescape
from typing import Self
from urllib.parse import quote, unquote

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, folders_with
from a11ycheck.files.media_types import is_page, media_type
from a11ycheck.model import Page, Skipped
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.cartridge_files import Cartridge, CartridgeItem, is_cartridge, read_cartridge
from a11ycheck.sources.packages.cartridge_texts import is_assignment, link, questions, topic
from a11ycheck.sources.packages.launched import Entry, LaunchedPackage
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import PackageOrigin, file_address, locate
from a11ycheck.sources.packages.package import read_bounded
from a11ycheck.sources.packages.paths import outside
from a11ycheck.sources.packages.text_page import text_page
from a11ycheck.web.links import is_document
from a11ycheck.web.xml import decode, read_xml

MANIFEST = "imsmanifest.xml"
ReadText = Callable[[etree._Element], tuple[str, str]]
"""Returns the title and the HTML of an XML file."""
TEXTS: dict[str, ReadText] = {"imsdt": topic, "imsqti": questions}
"""How a resource type begins -> what reads it."""
_FILE_BASE = re.compile(r"^.*?(?:\$|%24)IMS[-_]CC[-_]FILEBASE(?:\$|%24)/*", re.IGNORECASE)
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title>([^<]{1,300})</title>", re.IGNORECASE)


class CartridgePackage(LaunchedPackage):
    """The items in the order of the manifest, then the pages that no item names."""

    kind = "common-cartridge"
    has_inner_screens = False

    def __init__(self, files: Files, cartridge: Cartridge, options: OpenOptions) -> None:
        info = SourceInfo(files.name, self.kind, cartridge.title, languages=cartridge.languages)
        self._resolve = partial(_without_file_base, files)
        super().__init__(files, info, options, PackageOrigin(files, rewrite=self._resolve))
        self._limits = options.limits
        self._is_from_canvas = any(name.startswith("course_settings/") for name in files)
        self._shown: set[str] = set()
        for number, item in enumerate(cartridge.items, 1):
            self._add(number, item)

    @classmethod
    def find_roots(cls, files: Files) -> Sequence[str]:
        return folders_with(files, MANIFEST)

    @classmethod
    def recognise(cls, files: Files, options: OpenOptions) -> Self | None:
        name = files.find(MANIFEST)
        data = b"" if name is None else read_bounded(files, name, options.limits)
        if name is None or b"artridge" not in data and b"imscc" not in data:
            return None
        root = read_xml(data, files.name, name)
        if not is_cartridge(root):
            return None
        package = cls(files, read_cartridge(root, files.name, name), options)
        if not package.page_count():
            raise TargetError("manifest-no-items", name=files.name, file=name)
        return package

    def _add(self, number: int, item: CartridgeItem) -> None:
        name = locate(self.files, self._resolve(item.href)) if item.href and not outside(item.href) else None
        read_text = next((read for kind, read in TEXTS.items() if item.kind.startswith(kind)), None)
        if item.kind.startswith("imswl"):
            self._add_link(item, name)
        elif item.kind.startswith("imsbasiclti"):
            if item.is_listed:
                self._skip(item, "outside-tool")
        elif name is None:
            if item.is_listed:
                self._skip(item, "missing-file" if item.href else "missing-resource")
        elif is_page(name):
            self._add_page(number, item, name)
        elif read_text is not None or name.lower().endswith(".xml"):
            self._add_text(number, item, name, read_text)
        elif item.is_listed and not self._name_document(name, item.title, item.path) and not is_document(name):
            self._skip(item, "not-html", type=media_type(name) or name.rpartition(".")[2])

    def _add_page(self, number: int, item: CartridgeItem, name: str) -> None:
        if name in self._shown and not item.is_listed:
            return
        address = file_address(self.root, name)
        if self._is_from_canvas and not item.href.startswith("web_resources/"):
            title, body = self._title_and_body(name)
            if not body.strip():
                return  # the empty syllabus that every export contains
            address = self._add_virtual_page(number, name, item.title or title or name, body)
        self._shown.add(name)
        self._entries += 1
        self._pages.append(Page(address, name, item.title, item.path))

    def _title_and_body(self, name: str) -> tuple[str, str]:
        """Return the title and HTML of a file of Canvas, which shows it in a page with a language and navigation."""
        try:
            text = decode(read_bounded(self.files, name, self._limits))
        except TargetError:
            return "", ""
        title, body = _TITLE.search(text), _BODY.search(text)
        return unescape(title[1]).strip() if title else "", body[1] if body else ""

    def _add_virtual_page(self, number: int, name: str, title: str, body: str) -> str:
        """Add a page made from a file, whose links start from where the file is. Return its address."""
        base = file_address(self.root, name[: name.rfind("/") + 1])
        return self.root + self.virtual_pages.add_page(f"text/{number}", lambda: text_page(title, body, base=base))

    def _add_text(self, number: int, item: CartridgeItem, name: str, read_text: ReadText | None) -> None:
        try:
            root = read_xml(read_bounded(self.files, name, self._limits), self.files.name, name)
        except TargetError:
            self._skip(item, "unreadable-file", name=name)
            return
        if read_text is None and not is_assignment(root):
            if item.is_listed:
                self._skip(item, "not-html", type="XML")
            return
        title, body = (read_text or topic)(root)
        title = item.title or title or name
        if not body.strip():
            return
        address = self._add_virtual_page(number, name, title, body)
        path = item.path if item.is_listed else (*item.path, title)
        self._entries += 1
        self._pages.append(Page(address, name, title, path))

    def _add_link(self, item: CartridgeItem, name: str | None) -> None:
        title, href = "", ""
        if name is not None:
            try:
                title, href = link(read_xml(read_bounded(self.files, name, self._limits), self.files.name, name))
            except TargetError:
                self._skip(item, "unreadable-file", name=name)
                return
        entry = Entry(item.title or title, href, item.path, item.resource)
        skipped = self.why_not_launched(entry)
        self._entries += 1
        if skipped is not None:
            self._skipped.append(skipped)
        else:
            self._pages.append(Page(href, href, entry.title, entry.path))

    def _skip(self, item: CartridgeItem, why: str, **data: str) -> None:
        self._entries += 1
        about = {"item": item.title, "href": item.href, "resource": item.resource, **data}
        self._skipped.append(Skipped(item.href or item.title, why, "", data=about))


def _without_file_base(files: Files, path: str) -> str:
    """Return a path without the token for the folder of a cartridge's files, which Canvas calls web_resources."""
    match = _FILE_BASE.match(path)
    if match is None:
        return path
    rest = unquote(path[match.end() :])
    for folder in ("web_resources/", ""):
        if (name := files.find(folder + rest)) is not None:
            return quote(name)
    return quote(rest)
