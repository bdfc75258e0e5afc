"""A list of addresses, each opened exactly as written; nothing is crawled."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from a11ycheck.errors import TargetError, UsageError
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.sources.interface import SourceInfo, Visit
from a11ycheck.sources.lessons import EmbeddedLessons, website_walk_plan
from a11ycheck.sources.website.fetching import fetch_document
from a11ycheck.sources.website.site_robots import POLITE_PACE
from a11ycheck.text import redact
from a11ycheck.web.addresses import is_allowed, is_loopback, read_start
from a11ycheck.web.http_client import PLAIN_CLIENT, HttpClient

_LARGEST = 10_000_000
"""Bytes of a file with addresses."""


class AddressList:
    """The `Source` for a list of pages, in their order. Reports call it `name`, and `title` when that is given.

    `rate` is pages a second: 0 for no limit, None for a polite pace. Lessons are played from the hosts in the list and
    from `allow_hosts`.
    """

    def __init__(
        self,
        addresses: Sequence[str],
        name: str,
        rate: float | None = None,
        allow_hosts: Sequence[str] = (),
        http: HttpClient = PLAIN_CLIENT,
        title: str = "",
    ) -> None:
        self._addresses = tuple(dict.fromkeys(read_start(address) for address in addresses))
        self.info = SourceInfo(name, "website", title or name, addresses=self._addresses)
        self._http = http
        self._hosts = {urlsplit(address).hostname or "" for address in self._addresses}
        self._allow_hosts = (*self._hosts, *allow_hosts)
        self._lessons = EmbeddedLessons(self._why_not_played)
        polite = 0.0 if all(is_loopback(host) for host in self._hosts) else POLITE_PACE
        self.pace = polite if rate is None else 1 / rate if rate > 0 else 0.0

    async def open(self) -> None:
        """Do nothing: the browser opens the pages."""

    def first_pages(self) -> Sequence[Page]:
        """Return all pages of the list."""
        return [Page(address=address, url=address) for address in self._addresses]

    async def next_pages(self, visits: Sequence[Visit]) -> Sequence[Page]:
        """Return the lessons on the listed pages; links are not followed."""
        return await self._lessons.find_new([visit for visit in visits if not visit.page.lesson])

    def owns(self, page: Page, address: str) -> bool:  # noqa: ARG002
        """Return True: whoever lists an address wants what it leads to."""
        return True

    def walk_plan(self, page: Page) -> WalkPlan:
        """Judge a page as it is, and walk through the lessons on it."""
        return website_walk_plan(page)

    async def may_open(self, address: str) -> bool:
        """Return whether an address is on a host in the list."""
        return self._is_on_listed_host(address)

    def documents(self) -> Sequence[Page]:
        """Return nothing: that an address is a document shows only when it is opened."""
        return ()

    async def read(self, page: Page) -> bytes:
        """Fetch a listed address that turned out to be a document."""
        return await asyncio.to_thread(fetch_document, page.address, self._is_on_listed_host, http=self._http)

    def page_count(self) -> int | None:
        """Return the length of the list, plus the lessons on its pages."""
        return len(self._addresses) + self._lessons.count

    def skipped(self) -> Sequence[Skipped]:
        """Return the lessons that are not played; every listed page is opened."""
        return self._lessons.skipped()

    def missing_files(self) -> Mapping[str, Counter[str]]:
        """Return nothing: only packages have files."""
        return {}

    def close(self) -> None:
        """Do nothing: nothing is held open."""

    def _is_on_listed_host(self, address: str) -> bool:
        return urlsplit(address).hostname in self._hosts

    async def _why_not_played(self, address: str) -> str:
        return "" if is_allowed(address, self._allow_hosts) else "plays-elsewhere"


def read_addresses(path: Path) -> tuple[str, ...]:
    """Return the addresses in a text file, one a line. Empty lines and lines that begin with # are ignored.

    Raises UsageError when the file cannot be read, holds no address, or names one that a browser cannot open.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError("addresses-too-large", file=path.name)
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError("addresses-unreadable", file=str(path)) from None
    found: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(read_start(line))
        except TargetError:
            raise UsageError(
                "addresses-line", file=path.name, line=number, text=redact.url(line.strip()[:200])
            ) from None
    if not found:
        raise UsageError("addresses-empty", file=path.name)
    return tuple(dict.fromkeys(found))
