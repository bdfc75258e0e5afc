"""What the scripts of a page ask of its server: before the answers are there, an application shows only a frame."""

from __future__ import annotations

import asyncio
import time

from playwright.async_api import Page as Tab
from playwright.async_api import Request

QUIET = 0.25
"""Seconds in which an answer may lead to the next question."""
MOST = 6.0
"""Seconds in all; who still waits then waits for ever, as for news."""


class Asking:
    """The questions of one tab that are open."""

    def __init__(self, tab: Tab) -> None:
        self._open: set[Request] = set()
        self._any = False
        self._endless: set[str] = set()
        tab.on("request", self._begin)
        tab.on("requestfinished", self._end)
        tab.on("requestfailed", self._end)

    def begin(self) -> None:
        """Another page: what was open is no longer."""
        self._open.clear()
        self._any = False

    async def over(self) -> None:
        """Wait until nothing is asked any more. What is never answered is waited for once, and not on further pages."""
        if not self._any:
            return
        deadline, quiet = time.monotonic() + MOST, time.monotonic()
        while time.monotonic() < deadline:
            if self._open:
                quiet = time.monotonic()
            elif time.monotonic() - quiet >= QUIET:
                return
            await asyncio.sleep(0.05)
        self._endless.update(_place(one) for one in self._open)
        self._open.clear()

    def _begin(self, request: Request) -> None:
        if request.resource_type in ("xhr", "fetch") and _place(request) not in self._endless:
            self._any = True
            self._open.add(request)

    def _end(self, request: Request) -> None:
        self._open.discard(request)


def _place(request: Request) -> str:
    return request.url.partition("?")[0]
