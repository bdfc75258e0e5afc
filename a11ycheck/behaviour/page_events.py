"""Note what a page does while something is tried on it: requests, navigations and new windows."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from types import TracebackType

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import Request

MOST_REQUESTS = 100


@dataclass(frozen=True, slots=True)
class PageActivity:
    """What a page did in a while.

    `destination` is the last address that was to replace a document, "" for none; `popup` says whether a window
    opened; `requests` has all other requests as (method, address).
    """

    destination: str = ""
    popup: bool = False
    requests: tuple[tuple[str, str], ...] = ()


class PageEvents:
    """`async with PageEvents(tab) as events`; `take()` returns what happened since it was called last."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._destinations: list[str] = []
        self._popups: list[Tab] = []
        self._requests: list[tuple[str, str]] = []
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

    def take(self) -> PageActivity:
        """Return what the page did, and forget it."""
        destination = self._destinations[-1] if self._destinations else ""
        activity = PageActivity(destination, bool(self._popups), tuple(self._requests))
        self._destinations.clear()
        self._popups.clear()
        self._requests.clear()
        return activity

    def _note_request(self, request: Request) -> None:
        try:
            if request.is_navigation_request():
                if request.frame.url not in ("", "about:blank"):
                    self._destinations.append(request.url)
            elif len(self._requests) < MOST_REQUESTS:
                self._requests.append((request.method, request.url))
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
