"""Stop what no interception in a page sees: what is fetched ahead, what starts sooner than a page can be asked, and
what leads a public site's window to a private address.

A frame or window that has just begun may send before Playwright's interception has reached it, a blank window always
does, and `link rel=prefetch` never asks. The browser's own Fetch domain, nearest to the network, sees them all. It
takes a moment for each request, so it is only asked about everything once a guard is active, and before that about
documents: Chromium itself keeps public pages from private addresses in all but the address of a window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Protocol
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import Browser, CDPSession
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.background import Background
from a11ycheck.browser.private_network import is_at_private_address


class Watcher(Protocol):
    """Decides about the requests of one browser context."""

    def forbids(self, method: str, url: str) -> bool:
        """Return whether this request must not leave."""


class UnseenRequests:
    """`await UnseenRequests(session).begin(browser)` with a CDP session of the whole browser; `of` finds it again."""

    _known: ClassVar[WeakKeyDictionary[Browser, UnseenRequests]] = WeakKeyDictionary()

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        self._answers = Background()
        self._watchers: dict[Watcher, str] = {}
        self._homes: dict[str, Callable[[], str]] = {}
        """By browser context: tells the address that we opened there."""
        self._sees_all = False

    @classmethod
    def of(cls, browser: Browser | None) -> UnseenRequests | None:
        """Return the one of a browser, None for a browser that has none."""
        return cls._known.get(browser) if browser else None

    async def begin(self, browser: Browser) -> None:
        """Begin to stop what is fetched ahead. Raises Playwright's error when the browser is gone."""
        self._session.on("Fetch.requestPaused", self._on_request)
        # "Fetch" is what is fetched ahead. What pages fetch themselves has the type XHR here.
        kinds = ("Fetch", "Document")
        patterns = [{"urlPattern": "*", "resourceType": kind} for kind in kinds]
        await self._session.send("Fetch.enable", {"patterns": patterns})
        self._known[browser] = self

    async def watch(self, context: str, watcher: Watcher) -> None:
        """Ask `watcher` about the requests of this browser context (CDP's id), until `unwatch`."""
        self._watchers[watcher] = context
        if not self._sees_all:
            self._sees_all = True
            await self._session.send("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})

    def confine(self, context: str, home: Callable[[], str]) -> None:
        """Keep the windows of this browser context from private addresses, unless `home()` is at one itself."""
        self._homes[context] = home

    def unwatch(self, watcher: Watcher) -> None:
        """Ask `watcher` no more."""
        self._watchers.pop(watcher, None)

    def forget(self, context: str) -> None:
        """Forget what was said about this browser context: it is closed."""
        self._homes.pop(context, None)
        self._watchers = {watcher: other for watcher, other in self._watchers.items() if other != context}

    def _on_request(self, event: dict[str, Any]) -> None:
        self._answers.begin(self._answer(event))

    async def _answer(self, event: dict[str, Any]) -> None:
        answer = {"requestId": event["requestId"]}
        if await self._is_refused(event):
            await self._session.send("Fetch.failRequest", {**answer, "errorReason": "BlockedByClient"})
        else:
            await self._session.send("Fetch.continueRequest", answer)

    async def _is_refused(self, event: dict[str, Any]) -> bool:
        request = event["request"]
        headers = {name.lower(): value for name, value in request["headers"].items()}
        if "prefetch" in headers.get("sec-purpose", ""):
            return True
        if event["resourceType"] == "Document" and await self._strays(event["frameId"], request["url"]):
            return True
        asked = [context for one, context in self._watchers.items() if one.forbids(request["method"], request["url"])]
        return bool(asked) and await self._context_of(event["frameId"]) in asked

    async def _strays(self, frame: str, url: str) -> bool:
        """Return whether a window of a public site is led to a private address."""
        host = urlsplit(url).hostname
        homes = {context: home() for context, home in self._homes.items()}
        if not host or all(host == urlsplit(home).hostname for home in homes.values()):
            return False
        home = homes.get(await self._context_of(frame), "")
        if not home or host == urlsplit(home).hostname:
            return False
        return await is_at_private_address(url) and not await is_at_private_address(home)

    async def _context_of(self, frame: str) -> str:
        """Return the browser context of a frame with a target of its own, "" for one inside another's process.

        The frames of a page's own process are intercepted before they ask for anything.
        """
        try:
            found = await self._session.send("Target.getTargetInfo", {"targetId": frame})
        except PlaywrightError:
            return ""
        return str(found["targetInfo"].get("browserContextId", ""))
