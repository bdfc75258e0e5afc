"""Stop what no interception in a page sees: what is fetched ahead, and what starts sooner than a page can be asked.

A frame or window that has just begun may send before Playwright's interception has reached it, a blank window always
does, and `link rel=prefetch` never asks. The browser's own Fetch domain, nearest to the network, sees them all. It
takes a moment for each request, so it is only asked about everything once a guard is active.
"""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar, Protocol
from weakref import WeakKeyDictionary

from playwright.async_api import Browser, CDPSession
from playwright.async_api import Error as PlaywrightError


class Watcher(Protocol):
    """Decides about the requests of one browser context."""

    def forbids(self, method: str, url: str) -> bool:
        """Return whether this request must not leave."""


class UnseenRequests:
    """`await UnseenRequests(session).begin(browser)` with a CDP session of the whole browser; `of` finds it again."""

    _known: ClassVar[WeakKeyDictionary[Browser, UnseenRequests]] = WeakKeyDictionary()

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        self._answers: set[asyncio.Task[None]] = set()
        self._watchers: dict[str, Watcher] = {}
        self._sees_all = False

    @classmethod
    def of(cls, browser: Browser | None) -> UnseenRequests | None:
        """Return the one of a browser, None for a browser that has none."""
        return cls._known.get(browser) if browser else None

    async def begin(self, browser: Browser) -> None:
        """Begin to stop what is fetched ahead. Raises Playwright's error when the browser is gone."""
        self._session.on("Fetch.requestPaused", self._on_request)
        # What pages fetch themselves has the type XHR here.
        await self._session.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": "Fetch"}]})
        self._known[browser] = self

    async def watch(self, context: str, watcher: Watcher) -> None:
        """Ask `watcher` about the requests of this browser context (CDP's id), until `unwatch`."""
        self._watchers[context] = watcher
        if not self._sees_all:
            self._sees_all = True
            await self._session.send("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})

    def unwatch(self, context: str) -> None:
        """Let the requests of this browser context pass again."""
        self._watchers.pop(context, None)

    def _on_request(self, event: dict[str, Any]) -> None:
        task = asyncio.ensure_future(self._answer(event))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, event: dict[str, Any]) -> None:
        answer = {"requestId": event["requestId"]}
        try:
            if await self._is_refused(event):
                await self._session.send("Fetch.failRequest", {**answer, "errorReason": "BlockedByClient"})
            else:
                await self._session.send("Fetch.continueRequest", answer)
        except PlaywrightError:
            return  # the page that asked is gone

    async def _is_refused(self, event: dict[str, Any]) -> bool:
        request = event["request"]
        headers = {name.lower(): value for name, value in request["headers"].items()}
        if "prefetch" in headers.get("sec-purpose", ""):
            return True
        asked = [context for context, one in self._watchers.items() if one.forbids(request["method"], request["url"])]
        return bool(asked) and await self._context_of(event["frameId"]) in asked

    async def _context_of(self, frame: str) -> str:
        """Return the browser context of a frame with a target of its own, "" for one inside another's process.

        The frames of a page's own process are intercepted before they ask for anything.
        """
        try:
            found = await self._session.send("Target.getTargetInfo", {"targetId": frame})
        except PlaywrightError:
            return ""
        return str(found["targetInfo"].get("browserContextId", ""))
