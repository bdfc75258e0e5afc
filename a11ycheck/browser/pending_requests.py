"""Wait for the requests of a page's scripts: until they are answered, an application shows only its outline."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from playwright.async_api import Page as Tab
from playwright.async_api import Request

QUIET = 0.25
"""Seconds in which an answer may lead to the next request."""
MOST = 6.0
"""Seconds in all: a request that is still open then may stay open for ever, as a long poll does."""


class Unanswered:
    """The unanswered requests of a tab, of those for which `counts` returns True."""

    def __init__(self, tab: Tab, counts: Callable[[Request], bool]) -> None:
        self.open: set[Request] = set()
        self._counts = counts
        tab.on("request", self._begin)
        tab.on("requestfinished", self._end)
        tab.on("requestfailed", self._end)

    def _begin(self, request: Request) -> None:
        if self._counts(request):
            self.open.add(request)

    def _end(self, request: Request) -> None:
        self.open.discard(request)


class PendingRequests:
    """The unanswered requests that scripts of one tab have made."""

    def __init__(self, tab: Tab) -> None:
        self._any = False
        self._endless: set[str] = set()
        self._unanswered = Unanswered(tab, self._is_script_request)

    def begin(self) -> None:
        """Begin with another page: requests of the last one no longer count."""
        self._unanswered.open.clear()
        self._any = False

    async def wait(self) -> None:
        """Wait until no request is open. Wait only once for an address that never answers, not on every page."""
        if not self._any:
            return
        waiting = self._unanswered.open
        deadline, quiet = time.monotonic() + MOST, time.monotonic()
        while time.monotonic() < deadline:
            if waiting:
                quiet = time.monotonic()
            elif time.monotonic() - quiet >= QUIET:
                return
            await asyncio.sleep(0.05)
        self._endless.update(map(_address, waiting))
        waiting.clear()

    def _is_script_request(self, request: Request) -> bool:
        counts = request.resource_type in ("xhr", "fetch") and _address(request) not in self._endless
        self._any = self._any or counts
        return counts


def _address(request: Request) -> str:
    return request.url.partition("?")[0]
