"""While something is tried on a screen: no request but GET, its documents stay, and no window opens.

What is left of GET is looked at too: an address that says that it changes something is not asked for. Workers of a
service and shared ones send beside the page, and what is sent while a document is left comes from nowhere, so a context
that is to be guarded has none of these (`keep`). Sockets that are open already fall silent.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from types import TracebackType

from playwright.async_api import BrowserContext, Frame, Request, Route, WebSocketRoute
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.frames import is_inside
from a11ycheck.inpage import script
from a11ycheck.web.addresses import clean
from a11ycheck.web.links import leads_to

SAFE = ("GET", "HEAD", "OPTIONS")
PATIENCE = 1.0
"""Seconds for a frame to answer."""
SILENCE = """() => {
  Object.defineProperty(Navigator.prototype, "sendBeacon", { value: () => true });
  globalThis.fetch = () => new Promise(() => {});
  XMLHttpRequest.prototype.send = () => {};
}"""
"""What a document sends while it is left comes from nowhere that one could stand at."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A request that was stopped: whether it would have replaced a document, or come in a window of its own."""

    method: str
    address: str
    replaces: bool = False
    window: bool = False
    main: bool = False
    """Whether it would have replaced the page's own document."""


class Guard:
    """`async with Guard(tab) as guard`, or `start` and `stop`; `refused` is what was stopped since the start."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._frames: frozenset[Frame] = frozenset()
        self.on = False
        self.letting = ""
        """An address that may replace the page's own document: we go there ourselves."""
        self.form: tuple[str, str] | None = None
        """Method and address of a form that may be sent, once, because the user allowed it."""
        self._roaming: tuple[Frame, str] | None = None
        self.refused: list[Refused] = []
        self.routes: list[str] = []
        """Addresses that the page showed within its document, since the start."""

    def noted(self) -> tuple[int, int]:
        """How much was noted so far, for `led`."""
        return len(self.routes), len(self.refused)

    def led(self, since: tuple[int, int]) -> tuple[str, ...]:
        """Where the page went since then, or wanted to go, by GET."""
        kept = [one.address for one in self.refused[since[1] :] if one.method == "GET" and (one.main or one.window)]
        return tuple(dict.fromkeys((*self.routes[since[0] :], *kept)))

    @staticmethod
    async def keep(context: BrowserContext) -> None:
        """Prepare a context, before its first page, in which nothing sends beside its pages or when they are left."""
        await context.add_init_script(script("beside"))

    async def __aenter__(self) -> Guard:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Watch from now on; once more does nothing."""
        if self.on:
            return
        self.on, self.letting = True, ""
        self.refused.clear()
        self.routes.clear()
        self._frames = frozenset(self._tab.frames)
        self._tab.context.on("page", self._close)
        self._tab.on("framenavigated", self._note)
        await self._tab.context.route("**/*", self._decide)

    async def stop(self) -> None:
        """Let everything pass again."""
        if not self.on:
            return
        self.on, self._roaming = False, None
        try:
            self._tab.context.remove_listener("page", self._close)
            self._tab.remove_listener("framenavigated", self._note)
            await self._tab.context.unroute("**/*", self._decide)
        except (PlaywrightError, KeyError):
            return  # the tab is gone, and the guard with it

    def roam(self, frame: Frame, belongs: str) -> None:
        """Let documents of this frame and below be replaced, by GET, by others whose address begins with `belongs`: a
        package goes on like that. Never the page's own."""
        self._roaming = frame, belongs

    def hold(self) -> None:
        """Let no document be replaced any more; what was noted till now is over."""
        self._roaming = None
        self._frames = frozenset(self._tab.frames)
        self.refused.clear()
        self.routes.clear()

    async def open(self, address: str) -> None:
        """Before a page is opened, again or for a lesson: its frames may find their way as they did the first time."""
        await self.start()
        await self.silence()
        self.letting = address.partition("#")[0]
        self._roaming = self._tab.main_frame, ""

    async def leave(self) -> None:
        """Go away from this document, before the next: nothing that it put off, or says at its end, is sent."""
        await self.silence()
        if not self.on:
            return
        self.letting = "about:blank"
        try:
            await self._tab.goto("about:blank")
        finally:
            await self.stop()

    async def silence(self) -> None:
        """Let the documents that stand here say nothing more: what is sent while one is left passes by `_decide`."""
        for frame in self._tab.frames:
            try:
                await asyncio.wait_for(frame.evaluate(SILENCE), PATIENCE)
            except (PlaywrightError, TimeoutError):
                continue  # it left, or hangs: then it says nothing either

    def socket(self, route: WebSocketRoute) -> None:
        """For BrowserContext.route_web_socket: what a page says over a socket stays unsaid while the guard is on."""
        server = route.connect_to_server()
        route.on_message(lambda said: None if self.on else server.send(said))

    def _note(self, frame: Frame) -> None:
        if frame is self._tab.main_frame and frame.url.startswith("http"):
            self.routes.append(frame.url)

    async def _close(self, popup: Tab) -> None:
        if not await self._is_ours(popup):
            return
        self.refused.append(Refused("GET", popup.url, window=True))
        try:
            await popup.close()
        except PlaywrightError:
            return  # closed itself

    async def _is_ours(self, other: Tab) -> bool:
        """Whether a window was opened by our page, or its opener will not be told."""
        try:
            return other is not self._tab and await other.opener() is self._tab
        except PlaywrightError:
            return True

    async def _decide(self, route: Route) -> None:
        try:
            refused = await self._refuses(route.request)
            if refused is None:
                await route.fallback()
                return
            self.refused.append(refused)
            await route.abort("aborted")
        except PlaywrightError:
            return  # the frame that asked is gone

    async def _refuses(self, request: Request) -> Refused | None:
        leaves = request.is_navigation_request()
        try:
            frame = request.frame
        except PlaywrightError:  # of a window that is not there yet
            return Refused(request.method, request.url, window=leaves)
        if frame.page is not self._tab:
            ours = await self._is_ours(frame.page)
            return Refused(request.method, request.url, window=True) if ours else None
        if (
            leaves
            and request.method == "GET"
            and frame is self._tab.main_frame
            and self.letting.partition("#")[0] == request.url.partition("#")[0]
        ):
            return None
        if leaves and self._may_roam(frame, request):
            return None
        if self.form and self.form == (request.method, request.url.partition("?")[0]):
            self.form = None
            return None
        # A frame that is new loads its first document; one that stood there empty is filled by a form or a script.
        replaces = leaves and (frame in self._frames or frame.url not in ("", "about:blank"))
        if request.method in SAFE and not replaces and leads_to(clean(request.url)) != "change":
            return None
        return Refused(request.method, request.url, replaces, main=leaves and frame is self._tab.main_frame)

    def _may_roam(self, frame: Frame, request: Request) -> bool:
        if not self._roaming or request.method != "GET":
            return False
        inside, belongs = self._roaming
        mine = is_inside(frame, inside) and frame is not self._tab.main_frame and request.url.startswith(belongs)
        return mine and leads_to(clean(request.url)) != "change"
