"""Packages whose manifest lists items to launch: each a page, in a window of ours with what it looks for around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.runtimes.scorm import FRAME
from a11ycheck.sources.packages.origin import href_address, locate
from a11ycheck.sources.packages.package import Package
from a11ycheck.sources.packages.paths import outside
from a11ycheck.web.addresses import is_host_among

MOST_ITEMS = 5_000

Window = Callable[[str], bytes]
"""The address of the content -> the HTML of the window around it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to launch: `href` from the package's root or absolute, "" when `resource` names nothing.

    `given` is what its run-time tells it, where that is all it can be told apart by: entries of one address that are
    given the same are the same; None when each is its own.
    """

    title: str
    href: str
    path: tuple[str, ...]
    resource: str = ""
    given: tuple[str, ...] | None = None


class LaunchedPackage(Package):
    """`launch` each entry in order; those that cannot be are said."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._pages: list[Page] = []
        self._launched: dict[str, str] = {}
        self._entries = 0
        self._first: dict[tuple[str, tuple[str, ...]], Entry] = {}
        self._again: set[str] = set()
        self._instead: tuple[Entry, Window] | None = None

    def launch(self, entry: Entry, window: Window) -> None:
        """Add a page: `window` makes the HTML around the content, whose address it is given."""
        self._entries += 1
        reason = self.hindrance(entry)
        if reason is not None:
            self._skipped.append(reason)
            if reason.why == "missing-file" and self._instead is None:
                self._instead = entry, window
            return
        path = entry.path if len(entry.path) > 1 else (self.title, *entry.path)
        if self._name_document(locate(self.files, entry.href) or "", entry.title, path):
            self._entries -= 1  # counted where documents are read
            return
        address = href_address(self.base, entry.href)
        where = self.own.page(f"launch/{self._entries}", lambda: window(address))
        self._pages.append(Page(self.base + where, entry.href, entry.title, path, inside=FRAME))
        self._launched[self.base + where] = address.partition("#")[0]
        if entry.given is not None:
            self._note_again(entry, (address, entry.given), self.base + where)

    def _note_again(self, entry: Entry, same: tuple[str, tuple[str, ...]], where: str) -> None:
        first = self._first.setdefault(same, entry)
        if first is not entry:
            self._again.add(where)
            data = {"item": entry.title, "first": first.title}
            self._skipped.append(Skipped(entry.title, "again", "", data=data))

    def hindrance(self, entry: Entry) -> Skipped | None:
        """Why an entry cannot be launched, or None."""
        data = {"item": entry.title, "href": entry.href, "resource": entry.resource}
        if not entry.href:
            return Skipped(entry.title, "missing-resource", "", data=data)
        host = outside(entry.href)
        if host:
            if is_host_among(host, self.allow):
                return None
            return Skipped(entry.href, "outside-package", "", data={**data, "host": host})
        if locate(self.files, entry.href) is None:
            return Skipped(entry.href, "missing-file", "", data=data)
        return None

    def first(self) -> Sequence[Page]:
        """The pages; when the manifest leads nowhere at all, the index page that stands beside it."""
        name = locate(self.files, "") if not self._pages else None
        if self._instead is not None and name is not None:
            entry, window = self._instead
            self._skipped.append(Skipped(entry.href, "launched-instead", "", data={"file": name}))
            self.launch(replace(entry, href=quote(name)), window)
        return self._pages

    def way(self, page: Page) -> WalkPlan:
        """As of any package; where another item begins, exploring ends."""
        own = self._launched.get(page.address, "")
        others = frozenset(self._launched.values()) - {own}
        way = replace(super().way(page), elsewhere=others)
        return replace(way, players=(), again=True) if page.address in self._again else way

    def known(self) -> int | None:
        return self._entries
