"""What the scripts of a page ask of its server: before the answers are there, an application shows only a frame."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from playwright.async_api import Page as Tab
from playwright.async_api import Request

QUIET = 0.25
"""Seconds in which an answer may lead to the next question."""
MOST = 6.0
"""Seconds in all; who still waits then waits for ever, as for news."""


class Unanswered:
    """The requests of a tab that wait for their answer, of those that count."""

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
    """The questions of one tab that are open."""

    def __init__(self, tab: Tab) -> None:
        self._any = False
        self._endless: set[str] = set()
        self._unanswered = Unanswered(tab, self._is_question)

    def begin(self) -> None:
        """Another page: what was open is no longer."""
        self._unanswered.open.clear()
        self._any = False

    async def over(self) -> None:
        """Wait until nothing is asked any more. What is never answered is waited for once, and not on further pages."""
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
        self._endless.update(map(_place, waiting))
        waiting.clear()

    def _is_question(self, request: Request) -> bool:
        asks = request.resource_type in ("xhr", "fetch") and _place(request) not in self._endless
        self._any = self._any or asks
        return asks


def _place(request: Request) -> str:
    return request.url.partition("?")[0]
