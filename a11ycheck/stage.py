"""One place where screens play: a browser context of its own, its network closed when asked, one reused page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from playwright.async_api import BrowserContext, Dialog, Response
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import TimeoutError as PlaywrightTimeout

from a11ycheck import redact
from a11ycheck.browser import Browser, bounded
from a11ycheck.frames import Frames, ScriptError
from a11ycheck.model import Event, Page
from a11ycheck.proxy import ClosedNetwork
from a11ycheck.screen import Examined, Instruments, examine
from a11ycheck.sources.interface import Closed

WINDOW = {"width": 1280, "height": 800}
OPEN = 30.0
"""Seconds for the first bytes of a page."""
LOAD = 10.0
"""Seconds for pictures and scripts after that; a slower page is judged as it then stands."""
PATIENCE = 8.0
"""Seconds for something to be seen."""
SCREEN = 90.0
"""Seconds for one page in all."""
DIALOGS = 25
POPUPS = 3
HTML = ("text/html", "application/xhtml+xml", "image/svg+xml")


class NotReached(Exception):
    """A page that could not be tested: `why` is a stable word, `data` fills its sentence."""

    def __init__(self, why: str, **data: str) -> None:
        super().__init__(why)
        self.why = why
        self.data: Mapping[str, str] = data

    @property
    def hangs(self) -> bool:
        """Whether the tab may still be busy: the next page gets another."""
        return self.why in ("timeout", "dialogs")


class Died(NotReached):
    """The tab or the browser died, or no longer obeys: worth one more try on a new stage."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One screen that was looked at, as it stood: "" or "popup"."""

    state: str
    examined: Examined


@dataclass(slots=True)
class Log:
    """What happened on the way, without what repeats."""

    events: dict[Event, None] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        clean = replace(event, what=redact.text(event.what), detail=redact.text(event.detail))
        self.events[clean] = None


OnScreen = Callable[[Tab, Shown], Awaitable[None]]


class Stage:
    """`async with Stage(...) as stage`; visits pages one after the other."""

    def __init__(
        self, browser: Browser, network: Closed | None, instruments: Instruments, log: Log, target: str
    ) -> None:
        self._browser = browser
        self._network = network
        self._instruments = instruments
        self._log = log
        self._target = target
        self._exit = AsyncExitStack()
        self._popups: list[Tab] = []
        self._crashed = asyncio.Event()
        self._stormed = asyncio.Event()
        self._dialogs = 0

    async def __aenter__(self) -> Stage:
        options: dict[str, object] = {"viewport": WINDOW, "accept_downloads": False}
        if self._network:
            self._closed = await self._exit.enter_async_context(ClosedNetwork(self._network))
            options |= {"proxy": {"server": self._closed.url, "bypass": "<-loopback>"}}
        self._context: BrowserContext = await self._browser.context(**options)
        self._tab = await self._context.new_page()
        self._session = await self._context.new_cdp_session(self._tab)
        self._frames = Frames(self._tab, self._session)
        self._tab.on("crash", lambda _: self._crashed.set())
        self._tab.on("dialog", self._answer)
        self._context.on("page", lambda tab: self._popups.append(tab))
        return self

    async def __aexit__(self, *_: object) -> None:
        await bounded(self._context.close())
        if self._network:
            for host in self._closed.blocked:
                self._log.add(Event("blocked", host, target=self._target))
        await bounded(self._exit.aclose())

    async def visit(self, page: Page, on_screen: OnScreen) -> None:
        """Open a page and hand over each screen while it still stands: its own, then its popups.

        Raises NotReached, or Died when a new stage may do better.
        """
        self._dialogs = 0
        self._popups.clear()
        showing = asyncio.ensure_future(self._show(page, on_screen))
        crash, storm = (asyncio.ensure_future(event.wait()) for event in (self._crashed, self._stormed))
        tasks = {showing, crash, storm}
        try:
            await asyncio.wait(tasks, timeout=SCREEN, return_when=asyncio.FIRST_COMPLETED)
            if storm.done():
                raise NotReached("dialogs", n=str(DIALOGS))
            if showing.done():
                showing.result()
            elif crash.done():
                raise Died("crashed")
            else:
                raise NotReached("timeout", seconds=str(round(SCREEN)))
        except (PlaywrightError, ScriptError) as error:
            if await self._is_dead(error):
                raise Died("crashed") from error
            raise NotReached("load-failed", error=_first_line(error)) from error
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _is_dead(self, error: Exception) -> bool:
        """Whether the tab or the browser is gone; its end may be told a moment after the error that it causes."""
        if any(part in str(error) for part in ("has been closed", "Target closed", "crashed", "Connection closed")):
            return True
        await asyncio.sleep(0.2)
        return not self._browser.alive or self._tab.is_closed() or self._crashed.is_set()

    async def _show(self, page: Page, on_screen: OnScreen) -> None:
        await self._open(page)
        inside = page.inside if page.inside and self._tab.url == page.address else ""
        await on_screen(self._tab, Shown("", await self._examined(self._frames, inside, PATIENCE)))
        for popup in [tab for tab in self._popups if not tab.is_closed()][:POPUPS]:  # closed: a look of ours at a link
            await self._show_popup(popup, on_screen)
        for popup in self._popups:
            await bounded(popup.close())

    async def _examined(self, frames: Frames, inside: str, patience: float) -> Examined:
        try:
            return await examine(frames, inside, self._instruments, patience)
        except ScriptError:  # its document was replaced while we looked at it: once more, then it is said
            return await examine(frames, inside, self._instruments, patience)

    async def _show_popup(self, popup: Tab, on_screen: OnScreen) -> None:
        self._log.add(Event("popup", popup.url, target=self._target))
        popup.on("dialog", self._answer)
        try:
            await popup.wait_for_load_state("load", timeout=LOAD * 1000)
            frames = Frames(popup, await self._context.new_cdp_session(popup))
            shown = Shown("popup", await self._examined(frames, "", PATIENCE / 4))
        except (PlaywrightError, ScriptError):
            return  # closed itself meanwhile, or never loaded: the event tells of it
        await on_screen(popup, shown)

    async def _open(self, page: Page) -> None:
        """Go to a page and wait for it to load."""
        before = self._tab.url.partition("#")
        if "#" in page.address and before[0] == page.address.partition("#")[0]:
            await self._tab.goto("about:blank")  # else only the fragment changes and nothing is loaded
        if self._network:
            await self._session.send(
                "Storage.clearDataForOrigin", {"origin": f"http://{self._network.host}", "storageTypes": "all"}
            )
        try:
            response = await self._tab.goto(page.address, wait_until="domcontentloaded", timeout=OPEN * 1000)
        except PlaywrightTimeout as error:
            raise NotReached("timeout", seconds=str(round(OPEN))) from error
        except PlaywrightError as error:
            if await self._is_dead(error):
                raise
            raise _not_reached(str(error)) from error
        await self._check(response)
        try:
            await self._tab.wait_for_load_state("load", timeout=LOAD * 1000)
        except PlaywrightTimeout:
            self._log.add(Event("slow", page.url, target=self._target))

    async def _check(self, response: Response | None) -> None:
        if response is None:
            return
        if response.status >= 400:
            raise NotReached("http-status", status=str(response.status))
        kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if kind not in HTML:
            raise NotReached("not-html", type=kind[:80])

    async def _answer(self, dialog: Dialog) -> None:
        self._dialogs += 1
        if self._dialogs > DIALOGS:
            self._stormed.set()  # left open: closing the tab ends it
            return
        if dialog.type != "beforeunload":
            self._log.add(Event("dialog", dialog.message[:200], dialog.type, self._target))
        try:
            await dialog.accept()
        except PlaywrightError:
            return  # the page that asked is gone


_NET_ERRORS: tuple[tuple[str, str], ...] = (
    ("ERR_NAME_NOT_RESOLVED", "unknown-host"),
    ("ERR_CONNECTION_REFUSED", "refused"),
    ("ERR_TOO_MANY_REDIRECTS", "redirects"),
    ("ERR_CERT_", "certificate"),
    ("ERR_SSL_", "certificate"),
    ("Download is starting", "download"),
    ("ERR_ABORTED", "download"),
    ("ERR_TIMED_OUT", "timeout"),
)


def _not_reached(text: str) -> NotReached:
    for part, why in _NET_ERRORS:
        if part in text:
            return NotReached(why, seconds=str(round(OPEN)))
    return NotReached("load-failed", error=_first_line(text))


def _first_line(error: object) -> str:
    return (str(error).splitlines() or [""])[0].removeprefix("Page.goto: ")[:200]
