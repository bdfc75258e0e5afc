"""What a page does by itself while something is tried: the places it wants to go to, and the windows it opens."""

from __future__ import annotations

import asyncio
from types import TracebackType

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import Request


class PageEvents:
    """`async with PageEvents(tab) as doings`; `taken()` tells what was done since the last time it was asked."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._leads: list[str] = []
        self._popups: list[Tab] = []
        self._asked: list[tuple[str, str]] = []
        self._closing: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> PageEvents:
        self._tab.on("request", self._note_request)
        self._tab.on("popup", self._note_popup)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tab.remove_listener("request", self._note_request)
        self._tab.remove_listener("popup", self._note_popup)
        if self._closing:
            await asyncio.wait(self._closing, timeout=2)

    def taken(self) -> tuple[str, bool, list[tuple[str, str]]]:
        """The last address that was to replace a document ("" for none), whether a window opened, and each request as
        (method, address)."""
        found = (self._leads[-1] if self._leads else "", bool(self._popups), list(self._asked))
        self._leads.clear()
        self._popups.clear()
        self._asked.clear()
        return found

    def _note_request(self, request: Request) -> None:
        try:
            if request.is_navigation_request():
                if request.frame.url not in ("", "about:blank"):
                    self._leads.append(request.url)
            elif len(self._asked) < 100:
                self._asked.append((request.method, request.url))
        except PlaywrightError:
            return  # the frame that asked is gone

    def _note_popup(self, popup: Tab) -> None:
        self._popups.append(popup)
        task = asyncio.ensure_future(_close(popup))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


async def _close(popup: Tab) -> None:
    try:
        await popup.close()
    except PlaywrightError:
        return  # it closed itself
