"""A list of addresses, each opened exactly as written; nothing is crawled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from a11ycheck.errors import TargetError, UsageError
from a11ycheck.model import Page, Skipped
from a11ycheck.players.interface import WalkPlan
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.lessons import Lessons, lesson_way
from a11ycheck.sources.website.fetching import fetch
from a11ycheck.text import redact
from a11ycheck.web.addresses import is_allowed, is_loopback, read_start
from a11ycheck.web.http_client import PLAIN
from a11ycheck.web.responses import PackageNetwork

_LARGEST = 10_000_000
_POLITE = 0.25


class AddressList:
    """The pages that somebody listed, in that order; `rate` is pages a second, 0 for no limit.

    It is a `Library` too: of the documents among them, which show when they are opened.
    """

    kind = "website"
    only_documents = False
    network: PackageNetwork | None = None
    languages: Sequence[str] = ()

    def __init__(
        self, addresses: Sequence[str], name: str, rate: float | None = None, allow_hosts: Sequence[str] = ()
    ) -> None:
        self.asked = self._addresses = tuple(dict.fromkeys(read_start(address) for address in addresses))
        self.name = self.title = name
        self.line = PLAIN
        self._hosts = {urlsplit(one).hostname or "" for one in self._addresses}
        self._lessons = Lessons(lambda one: "" if is_allowed(one, (*self._hosts, *allow_hosts)) else "plays-elsewhere")
        own = all(is_loopback(urlsplit(address).hostname or "") for address in self._addresses)
        self.pace = (0.0 if own else _POLITE) if rate is None else 1 / rate if rate > 0 else 0.0

    def open(self) -> None:
        """Nothing to do: the browser opens the pages."""

    def first(self) -> Sequence[Page]:
        """All of them."""
        return [Page(address=address, url=address) for address in self._addresses]

    def way(self, page: Page) -> WalkPlan:
        """As it stands, but for what plays on it."""
        return lesson_way(page)

    def opens(self, address: str) -> bool:
        """Links to pages, on hosts that are in the list."""
        return urlsplit(address).hostname in self._hosts

    def after(self, visits: Sequence[Visit]) -> Sequence[Page]:
        """What plays on these pages; links are not followed."""
        return self._lessons.on([visit for visit in visits if not visit.page.lesson])

    def owns(self, page: Page, address: str) -> bool:  # noqa: ARG002, whoever lists an address wants what it leads to
        """Always."""
        return True

    def known(self) -> int | None:
        """The length of the list, and what plays on its pages."""
        return len(self._addresses) + self._lessons.known

    def skipped(self) -> Sequence[Skipped]:
        """Each listed page is opened, but not all that plays there."""
        return self._lessons.left()

    def documents(self) -> Sequence[Page]:
        """None that are known before they are opened."""
        return ()

    def read(self, page: Page) -> bytes:
        """A listed address that turned out to be a document."""
        return fetch(page.address, self.opens, line=self.line)

    def close(self) -> None:
        """Nothing is kept open."""


def read_addresses(path: Path) -> tuple[str, ...]:
    """The addresses in a text file, one a line; empty lines and lines that begin with # are passed over.

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
