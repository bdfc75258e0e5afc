"""Packages whose manifest lists items to launch: each is a page, in a window with the run-time that it looks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from a11ycheck.files.interface import Files
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.runtimes.scorm import FRAME
from a11ycheck.sources.interface import SourceInfo
from a11ycheck.sources.packages.open_options import OpenOptions
from a11ycheck.sources.packages.origin import PackageOrigin, href_address, locate
from a11ycheck.sources.packages.package import Package
from a11ycheck.sources.packages.paths import outside
from a11ycheck.web.addresses import is_host_among

MOST_ITEMS = 5_000

MakeWindow = Callable[[str], bytes]
"""Returns the HTML of the window around the content at an address."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item to launch. `href` is relative to the package's root or absolute, "" when `resource` names nothing.

    `runtime_data` is what the run-time tells the content, where nothing else can tell entries of one address apart:
    entries with the same address and data show the same. None when each entry is different.
    """

    title: str
    href: str
    path: tuple[str, ...]
    resource: str = ""
    runtime_data: tuple[str, ...] | None = None


class LaunchedPackage(Package):
    """Subclasses call `launch` for each entry in order. Entries that cannot be launched are skipped."""

    def __init__(
        self, files: Files, info: SourceInfo, options: OpenOptions, origin: PackageOrigin | None = None
    ) -> None:
        super().__init__(files, info, options, origin)
        self._allow_hosts = options.allow_hosts
        self._pages: list[Page] = []
        self._entries = 0
        self._launched: dict[str, str] = {}
        """Address of a window -> address of its content, without fragment."""
        self._first_alike: dict[tuple[str, tuple[str, ...]], Entry] = {}
        self._duplicates: set[str] = set()
        self._fallback: tuple[Entry, MakeWindow] | None = None

    def launch(self, entry: Entry, make_window: MakeWindow) -> None:
        """Add a page for an entry."""
        self._entries += 1
        skipped = self.why_not_launched(entry)
        if skipped is not None:
            self._skipped.append(skipped)
            if skipped.why == "missing-file" and self._fallback is None:
                self._fallback = entry, make_window
            return
        path = entry.path if len(entry.path) > 1 else (self.info.title, *entry.path)
        if self._name_document(locate(self.files, entry.href) or "", entry.title, path):
            self._entries -= 1  # it is counted when documents are read
            return
        address = href_address(self.root, entry.href)
        window = self.root + self.virtual_pages.add_page(f"launch/{self._entries}", lambda: make_window(address))
        self._pages.append(Page(window, entry.href, entry.title, path, inside=FRAME))
        self._launched[window] = address.partition("#")[0]
        if entry.runtime_data is not None:
            self._note_duplicate(entry, (address, entry.runtime_data), window)

    def _note_duplicate(self, entry: Entry, content: tuple[str, tuple[str, ...]], window: str) -> None:
        first = self._first_alike.setdefault(content, entry)
        if first is not entry:
            self._duplicates.add(window)
            data = {"item": entry.title, "first": first.title}
            self._skipped.append(Skipped(entry.title, "again", "", data=data))

    def why_not_launched(self, entry: Entry) -> Skipped | None:
        """Return why an entry cannot be launched, or None when it can."""
        data = {"item": entry.title, "href": entry.href, "resource": entry.resource}
        if not entry.href:
            return Skipped(entry.title, "missing-resource", "", data=data)
        host = outside(entry.href)
        if host:
            if is_host_among(host, self._allow_hosts):
                return None
            return Skipped(entry.href, "outside-package", "", data={**data, "host": host})
        if locate(self.files, entry.href) is None:
            return Skipped(entry.href, "missing-file", "", data=data)
        return None

    def first_pages(self) -> Sequence[Page]:
        """Return the pages. When the manifest leads nowhere at all, launch the index page beside it."""
        name = locate(self.files, "") if not self._pages else None
        if self._fallback is not None and name is not None:
            entry, make_window = self._fallback
            self._skipped.append(Skipped(entry.href, "launched-instead", "", data={"file": name}))
            self.launch(replace(entry, href=quote(name)), make_window)
        return self._pages

    def walk_plan(self, page: Page) -> WalkPlan:
        """Return the plan of any package, with exploring that ends where another item begins."""
        content = self._launched.get(page.address, "")
        plan = replace(super().walk_plan(page), other_pages=frozenset(self._launched.values()) - {content})
        return replace(plan, players=(), duplicate=True) if page.address in self._duplicates else plan

    def page_count(self) -> int | None:
        return self._entries
