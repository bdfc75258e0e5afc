"""The browser tab that a session uses for one page after the other, and what happens in it meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from playwright.async_api import BrowserContext, CDPSession, Dialog
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.downloads import Downloads
from a11ycheck.browser.frames import Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.pending_requests import PendingRequests
from a11ycheck.browser.redirect_stop import RedirectStop
from a11ycheck.browser.timeouts import bounded
from a11ycheck.errors import BrowserError
from a11ycheck.model import Event, EventKind
from a11ycheck.scan.session import Log
from a11ycheck.scan.sessions import limits

WINDOW = {"width": 1280, "height": 800}
_GONE = ("has been closed", "Target closed", "crashed", "Connection closed")
"""Parts of Playwright's messages that say that the tab or the browser no longer exists."""


class SessionTab:
    """A tab in a browser context of its own, with its frames, its guard and its pop-up windows.

    `log` receives the events of the page that is open; `stormed` is set when the page opens more dialogs or pop-up
    windows than anybody would answer, `crashed` when its process dies.
    """

    def __init__(self, browser: Browser, tab: Tab, cdp: CDPSession, target: str, log: Log) -> None:
        self.browser, self.context, self.tab, self.cdp = browser, tab.context, tab, cdp
        self.frames = Frames(tab, cdp)
        self.guard = Guard(tab, self.frames)
        self.downloads = Downloads(tab)
        self.redirects = RedirectStop(cdp, self.guard)
        self.pending = PendingRequests(tab)
        self.log = log
        self.popups: list[Tab] = []
        self.crashed = asyncio.Event()
        self.stormed = asyncio.Event()
        self.opened_address = ""
        """The address of the page that was last asked for."""
        self._target = target
        self._dialogs = 0
        tab.on("crash", lambda _: self.crashed.set())
        tab.on("dialog", self._answer)
        tab.on("download", lambda it: self.note("download", it.suggested_filename))
        self.context.on("page", self._note_popup)

    @classmethod
    async def open(
        cls,
        browser: Browser,
        options: Mapping[str, object],
        prepare: Callable[[BrowserContext], Awaitable[None]],
        target: str,
        log: Log,
    ) -> SessionTab:
        """Open a context with these options and a tab in it; `prepare` gets the context before its first page.

        Raises BrowserError when the browser gives no tab.
        """
        context = await browser.new_context(viewport=WINDOW, accept_downloads=False, **options)
        await prepare(context)
        try:
            tab = await asyncio.wait_for(context.new_page(), limits.TAB)
            cdp = await asyncio.wait_for(context.new_cdp_session(tab), limits.TAB)
        except TimeoutError as error:
            await bounded(context.close())
            raise BrowserError("browser-start", path=browser.chromium.path, error="no page") from error
        return cls(browser, tab, cdp, target, log)

    async def close(self) -> None:
        """Close the context with all its tabs."""
        await bounded(self.context.close())

    def begin_page(self, log: Log) -> None:
        """Forget the dialogs and pop-up windows of the page before; events go to `log` from now on."""
        self.log = log
        self._dialogs = 0
        self.popups.clear()

    def begin_screen(self) -> None:
        """Count dialogs from zero again: each screen may open some."""
        self._dialogs = 0

    def note(self, kind: EventKind, what: str, detail: str = "") -> None:
        """Add an event to the log of the page that is open."""
        self.log.add(Event(kind, what, detail, self._target))

    @property
    def is_usable(self) -> bool:
        """Whether the browser is fit for another page: it is alive and has not grown too large."""
        return self.browser.is_usable(self.context)

    @property
    def cause_of_death(self) -> str:
        """The key of the reason why the tab is gone: "memory", "hung" or "crashed"."""
        return self.browser.end_reason(self.context) or "crashed"

    async def is_gone(self, error: Exception) -> bool:
        """Whether an error means that the tab or the browser is gone.

        Waits a moment, because the end of a tab may be reported after the error that it causes.
        """
        if any(part in str(error) for part in _GONE):
            return True
        await asyncio.sleep(0.2)
        alive = self.context.browser and self.context.browser.is_connected()
        return not alive or self.tab.is_closed() or self.crashed.is_set()

    def _note_popup(self, tab: Tab) -> None:
        self.popups[:] = [each for each in self.popups if not each.is_closed()]
        self.popups.append(tab)
        tab.on("dialog", self._answer)
        if len(self.popups) > limits.MOST_POPUPS:
            self.stormed.set()

    async def _answer(self, dialog: Dialog) -> None:
        self._dialogs += 1
        if self._dialogs > limits.DIALOGS:
            self.stormed.set()  # left open: closing the tab ends it
            return
        if dialog.type != "beforeunload":
            self.note("dialog", dialog.message[:200], dialog.type)
        try:
            # While the guard is on, "Really delete?" is answered with no.
            await (dialog.dismiss() if self.guard.is_active and dialog.type != "beforeunload" else dialog.accept())
        except PlaywrightError:
            return  # the page that asked is gone
