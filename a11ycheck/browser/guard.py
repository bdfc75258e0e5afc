"""Keep a page from changing anything on its server while behaviour is tried on it.

No request but GET passes, no document is replaced and no window opens. Even a GET request is stopped when its address
says that it changes something. Service workers and shared workers send beside the page, and what is sent while a
document unloads belongs to no frame, so a guarded context has neither (see `prepare_context`). Sockets that are open
already fall silent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from playwright.async_api import BrowserContext, Frame, Request, Route, WebSocketRoute
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import Frames, ScriptError, is_inside
from a11ycheck.browser.hops import SAFE_METHODS
from a11ycheck.browser.unseen_requests import UnseenRequests
from a11ycheck.inpage import script
from a11ycheck.web.addresses import clean
from a11ycheck.web.links import leads_to

FRAME_SECONDS = 1.0
"""Seconds that the frames of a page have to be silenced."""


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """A request that was stopped.

    `replaces`: it would have replaced a document. `window`: it came from a new window. `main`: it would have replaced
    the page's own document.
    """

    method: str
    address: str
    replaces: bool = False
    window: bool = False
    main: bool = False


class Guard:
    """`async with Guard(tab) as guard`, or `start` and `stop`.

    `is_active` says whether it stops requests now; `refused` holds what it stopped since the start, and
    `shown_addresses` the addresses that the page itself showed since then.
    """

    def __init__(self, tab: Tab, reader: Frames | None = None) -> None:
        self._tab = tab
        self._reader = reader
        self._frames: frozenset[Frame] = frozenset()
        """The frames whose documents may not be replaced."""
        self._roaming: tuple[Frame, str] | None = None
        self.is_active = False
        self.expected_address = ""
        """The address that may replace the page's own document, because we navigate to it ourselves."""
        self.allowed_form: tuple[str, str] | None = None
        """Method and address of a form that may be sent, once, because the user allowed it."""
        self._permitted: set[tuple[str, str]] = set()
        """Method and address of what may pass although it changes something."""
        self._has_left = False
        """Whether the page was left and no other one is opened yet: windows that it opened at its end may still ask."""
        self._context = ""
        """CDP's id of the tab's browser context."""
        self.known_changes: frozenset[str] = frozenset()
        """Cleaned addresses that change something by what the page says of its links to them."""
        self.refused: list[RefusedRequest] = []
        self.shown_addresses: list[str] = []

    def position(self) -> tuple[int, int]:
        """Return how much has been noted so far, for `destinations_since`."""
        return len(self.shown_addresses), len(self.refused)

    def destinations_since(self, position: tuple[int, int]) -> tuple[str, ...]:
        """Return the addresses that the page went to since then, or tried to go to by GET."""
        shown, refused = position
        stopped = [one.address for one in self.refused[refused:] if one.method == "GET" and (one.main or one.window)]
        return tuple(dict.fromkeys((*self.shown_addresses[shown:], *stopped)))

    @staticmethod
    async def prepare_context(context: BrowserContext) -> None:
        """Prepare a context, before its first page, so that nothing is sent beside its pages or while they unload."""
        await context.add_init_script(f"({script('browser/no_late_requests')})()")

    async def __aenter__(self) -> Guard:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Begin to stop requests. Does nothing when the guard is active already."""
        if self.is_active:
            return
        self.is_active, self._has_left, self.expected_address = True, False, ""
        self._permitted.clear()
        self.refused.clear()
        self.shown_addresses.clear()
        self._frames = frozenset(self._tab.frames)
        self._tab.context.on("page", self._close)
        self._tab.on("framenavigated", self._note)
        await self._tab.context.route("**/*", self._decide)
        if unseen := UnseenRequests.of(self._tab.context.browser):
            await unseen.watch(await self._context_id(), self)

    async def stop(self) -> None:
        """Let every request pass again."""
        if not self.is_active:
            return
        self.is_active, self._roaming = False, None
        if not self._has_left:
            self._unwatch()
        try:
            self._tab.context.remove_listener("page", self._close)
            self._tab.remove_listener("framenavigated", self._note)
            await self._tab.context.unroute("**/*", self._decide)
        except (PlaywrightError, KeyError):
            return  # the tab is gone, and the guard with it

    def let_navigate(self, frame: Frame, prefix: str) -> None:
        """Let the documents of this frame and its descendants navigate, by GET, to addresses that begin with `prefix`.

        A package moves on like that. The page's own document may never be replaced.
        """
        self._roaming = frame, prefix

    def hold_documents(self) -> None:
        """Let no document that is shown now be replaced any more, and forget what was noted so far."""
        self._roaming = None
        self._frames = frozenset(self._tab.frames)
        self.refused.clear()
        self.shown_addresses.clear()

    async def expect_page(self, address: str) -> None:
        """Prepare for a navigation of ours to this address: its frames may load as they did the first time."""
        await self.start()
        await self.silence_page()
        self.expected_address = address.partition("#")[0]
        self._roaming = self._tab.main_frame, ""

    async def leave_page(self) -> None:
        """Leave this document for a blank one; nothing that it postponed or sends at its end gets out."""
        await self.silence_page()
        if not self.is_active:
            return
        self.expected_address = "about:blank"
        try:
            await self._tab.goto("about:blank")
        finally:
            self._has_left = True
            self._tab.on("request", self._end_leaving)
            await self.stop()

    def _end_leaving(self, request: Request) -> None:
        """Note that the tab is led to another page."""
        if request.is_navigation_request() and request.url.startswith("http") and not self._is_of_other_frame(request):
            self._tab.remove_listener("request", self._end_leaving)
            self._has_left = False
            if not self.is_active:
                self._unwatch()

    def _is_of_other_frame(self, request: Request) -> bool:
        try:
            return request.frame is not self._tab.main_frame
        except PlaywrightError:
            return True

    def _unwatch(self) -> None:
        if unseen := UnseenRequests.of(self._tab.context.browser):
            unseen.unwatch(self)

    async def silence_page(self) -> None:
        """Keep the documents of the page from sending anything more.

        What a document sends while it unloads belongs to no frame, so `_decide` cannot stop it. This is done from our
        world, which the page's scripts cannot reach into.
        """
        try:
            async with asyncio.timeout(FRAME_SECONDS):
                root = await (await self._read_frames()).read()
                silence = script("browser/silence")
                await asyncio.gather(*(frame.run_or_none(silence) for frame in root.walk()))
        except (PlaywrightError, ScriptError, TimeoutError):
            return  # it went away or hangs, and so sends nothing either

    def forbids(self, method: str, url: str) -> bool:
        """Return whether a request that no page was asked about would change something while the guard is active."""
        if not (self.is_active or self._has_left) or (method, url) in self._permitted:
            return False
        return _changes(method, url) or self._is_known_change(url)

    async def confine(self, home: Callable[[], str]) -> None:
        """Keep the tab and its windows from private addresses unless `home()`, what we opened, is at one itself."""
        if unseen := UnseenRequests.of(self._tab.context.browser):
            unseen.confine(await self._context_id(), home)

    async def _context_id(self) -> str:
        if not self._context:
            session = (await self._read_frames()).session
            found = await session.send("Target.getTargetInfo")
            self._context = str(found["targetInfo"].get("browserContextId", ""))
            self._tab.context.once("close", self._forget)
        return self._context

    def _forget(self, context: BrowserContext) -> None:
        if unseen := UnseenRequests.of(context.browser):
            unseen.forget(self._context)

    async def _read_frames(self) -> Frames:
        if not self._reader:
            self._reader = Frames(self._tab, await self._tab.context.new_cdp_session(self._tab))
        return self._reader

    def relay_socket(self, route: WebSocketRoute) -> None:
        """For BrowserContext.route_web_socket: drop what a page sends over a socket while the guard is active."""
        server = route.connect_to_server()
        route.on_message(lambda message: None if self.is_active else server.send(message))

    def _note(self, frame: Frame) -> None:
        if frame is self._tab.main_frame and frame.url.startswith("http"):
            self.shown_addresses.append(frame.url)

    async def _close(self, popup: Tab) -> None:
        if not await self._belongs_to_tab(popup):
            return
        self.refused.append(RefusedRequest("GET", popup.url, window=True))
        try:
            await popup.close()
        except PlaywrightError:
            return  # it closed itself

    async def _belongs_to_tab(self, other: Tab) -> bool:
        """Return whether our page opened this window; True also when its opener cannot be asked."""
        try:
            return other is not self._tab and await other.opener() is self._tab
        except PlaywrightError:
            return True

    async def _decide(self, route: Route) -> None:
        try:
            refused = await self._refusal(route.request)
            if refused is None:
                self._permit(route.request)
                await route.fallback()
                return
            self.refused.append(refused)
            await route.abort("aborted")
        except PlaywrightError:
            return  # the frame that asked is gone

    def _permit(self, request: Request) -> None:
        if _changes(request.method, request.url):
            self._permitted.add((request.method, request.url.partition("#")[0]))

    async def _refusal(self, request: Request) -> RefusedRequest | None:
        """Return the request as one that must be stopped, or None when it may pass."""
        navigates = request.is_navigation_request()
        try:
            frame = request.frame
        except PlaywrightError:  # it belongs to a window that does not exist yet
            return RefusedRequest(request.method, request.url, window=navigates)
        if frame.page is not self._tab:
            ours = await self._belongs_to_tab(frame.page)
            return RefusedRequest(request.method, request.url, window=True) if ours else None
        if navigates and (self._is_expected(frame, request) or self._may_roam(frame, request)):
            return None
        if self.allowed_form and self.allowed_form == (request.method, request.url.partition("?")[0]):
            self.allowed_form = None
            return None
        # A frame that is new loads its first document; one that was here empty is being filled by a form or a script.
        replaces = navigates and (frame in self._frames or frame.url not in ("", "about:blank"))
        if not replaces and not _changes(request.method, request.url) and not self._is_known_change(request.url):
            return None
        main = navigates and frame is self._tab.main_frame
        return RefusedRequest(request.method, request.url, replaces, main=main)

    def _is_known_change(self, url: str) -> bool:
        return bool(self.known_changes) and clean(url) in self.known_changes

    def _is_expected(self, frame: Frame, request: Request) -> bool:
        same = self.expected_address.partition("#")[0] == request.url.partition("#")[0]
        return same and request.method == "GET" and frame is self._tab.main_frame

    def _may_roam(self, frame: Frame, request: Request) -> bool:
        if not self._roaming or request.method != "GET":
            return False
        root, prefix = self._roaming
        inside = is_inside(frame, root) and frame is not self._tab.main_frame and request.url.startswith(prefix)
        return inside and leads_to(clean(request.url)) != "change"


def _changes(method: str, url: str) -> bool:
    """Return whether a request may change something: it sends more than its address, or that says so."""
    return method not in SAFE_METHODS or leads_to(clean(url)) == "change"
