"""One Chromium for a whole scan, started again when it dies, hangs or grows too large."""

from __future__ import annotations

import asyncio
import time
from types import TracebackType
from typing import Any

from playwright.async_api import Browser as PlaywrightBrowser
from playwright.async_api import BrowserContext, CDPSession, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.chromium import Chromium, launch_arguments, launch_error, sandbox_possible
from a11ycheck.browser.credentials import CredentialSender
from a11ycheck.browser.process_tree import ONE_PAGE, ProcessTree, memory_bound
from a11ycheck.browser.timeouts import bounded, stopped
from a11ycheck.browser.unseen_requests import UnseenRequests
from a11ycheck.errors import BrowserError
from a11ycheck.isolation.environment import browser_environment
from a11ycheck.web.access import Access

CHECK_INTERVAL = 1.0
"""Seconds between two checks of the browser's memory."""
AFTERMATH = 5.0
"""Seconds within which a tab is seen to die whose process was ended because it took too much memory."""
ANSWER = 20.0
"""Seconds that a healthy browser needs at most to tell its version or to open a context, even on a busy machine."""

NO_DNS = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""WebRTC looks its relay servers up without the proxy: where only packages are opened, no name is looked up at all."""


class Browser:
    """`async with Browser(found) as browser`; raises BrowserError when it cannot be started.

    `memory_limit` is the memory in bytes that all its processes may take together. The next context after that gets a
    new browser; one that takes twice as much, or no longer answers, is killed at once. A process of a page that takes
    as much, or more than ONE_PAGE, is ended alone, so that other pages stay. `no_dns` keeps it from looking
    up names. `sender` tells sites the user's credentials. `starts` counts how often it was started.
    """

    def __init__(
        self,
        chromium: Chromium,
        no_dns: bool = False,
        memory_limit: int | None = None,
        sender: CredentialSender | None = None,
    ) -> None:
        self.chromium = chromium
        self.no_dns = no_dns
        self.memory_limit = memory_limit or memory_bound()
        self._arguments = launch_arguments() + (NO_DNS if no_dns else [])
        self.starts = 0
        self._sender = sender
        self._with_credentials: dict[object, Browser] = {}
        """Browsers in which sites are told credentials, by these."""
        self._playwright: Playwright | None = None
        self._processes: list[_BrowserProcess] = []
        """New contexts are opened in the last one; those before it are still in use."""
        self._lock = asyncio.Lock()
        self._starting_others = asyncio.Lock()

    async def __aenter__(self) -> Browser:
        self._playwright = await async_playwright().start()
        try:
            await self._started()
        except BrowserError:
            await self._playwright.stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._with_credentials:
            await self._with_credentials.popitem()[1].__aexit__(kind, error, trace)
        for process in self._processes:
            await process.close()
        if self._playwright:
            await bounded(self._playwright.stop())

    def new_instance(self) -> Browser:
        """Return another browser like this one, for one suspicious page: if it dies, that page is the cause."""
        return Browser(self.chromium, self.no_dns, self.memory_limit, self._sender)

    async def for_access(self, access: Access) -> Browser:
        """Return the browser that tells the sites of `access` its headers and password: this one if it has none.

        It is another one, because whatever runs in a browser is told them. Raises BrowserError.
        """
        if not access.has_credentials:
            return self
        secrets = (*sorted(access.headers.items()), access.basic)
        async with self._starting_others:
            browser = self._with_credentials.get(secrets)
            if browser is None:
                sender = CredentialSender()
                await sender.admit(access)
                browser = Browser(self.chromium, self.no_dns, self.memory_limit, sender)
                self._with_credentials[secrets] = await browser.__aenter__()
            elif browser._sender:
                await browser._sender.admit(access)
        return browser

    @property
    def version(self) -> str:
        """The browser's version, such as "156.0.8078.79"; "" before it has started."""
        return self._processes[-1].browser.version if self._processes else ""

    async def new_context(self, **options: Any) -> BrowserContext:
        """Open a context with cookies, storage and network of its own. Start the browser again when it has died."""
        process = await self._started()
        try:
            return await asyncio.wait_for(process.browser.new_context(**options), ANSWER)
        except TimeoutError:
            await process.end("hung")
            return await (await self._started()).browser.new_context(**options)

    def is_usable(self, context: BrowserContext) -> bool:
        """Return whether the browser of a context can open more pages: it is alive and not too large."""
        return any(one.browser is context.browser and one.is_usable(self.memory_limit) for one in self._processes[-1:])

    def end_reason(self, context: BrowserContext) -> str:
        """Return why we killed the browser of a context: "memory", "hung", or "" when we did not."""
        return next((one.why_ended for one in self._processes if one.browser is context.browser), "")

    async def _started(self) -> _BrowserProcess:
        async with self._lock:
            if self._processes and self._processes[-1].is_usable(self.memory_limit):
                return self._processes[-1]
            for unused in [process for process in self._processes[:-1] if not process.browser.contexts]:
                self._processes.remove(unused)
                await unused.close()
            process = _BrowserProcess(await self._launched(), self._sender, for_sites=not self.no_dns)
            try:
                await process.begin(self.memory_limit)
            except (PlaywrightError, TimeoutError) as error:
                await process.close()
                raise launch_error(self.chromium.path, str(error)) from error
            self._processes.append(process)
            self.starts += 1
            return process

    async def _launched(self) -> PlaywrightBrowser:
        assert self._playwright  # noqa: S101 - set in __aenter__
        try:
            return await self._playwright.chromium.launch(
                executable_path=str(self.chromium.path),
                args=self._arguments,
                chromium_sandbox=sandbox_possible(),
                env={**browser_environment()},
                handle_sigint=False,  # we handle Ctrl-C, and write reports of what was done first
                handle_sigterm=False,
                handle_sighup=False,
            )
        except PlaywrightError as error:
            raise launch_error(self.chromium.path, str(error)) from error


class _BrowserProcess:
    """One running browser, watched until it ends."""

    def __init__(self, browser: PlaywrightBrowser, sender: CredentialSender | None, *, for_sites: bool) -> None:
        self.browser = browser
        self._sender, self._for_sites = sender, for_sites
        self.end_reason = ""
        self._page_ended = -AFTERMATH
        self._processes: ProcessTree | None = None
        self._watch: asyncio.Task[None] | None = None

    async def begin(self, memory_limit: int) -> None:
        """Find its processes and begin to watch them."""
        try:
            session = await asyncio.wait_for(self.browser.new_browser_cdp_session(), ANSWER)
            info = await asyncio.wait_for(session.send("SystemInfo.getProcessInfo"), ANSWER)
            self._processes = ProcessTree.of(next(one["id"] for one in info["processInfo"] if one["type"] == "browser"))
        except (PlaywrightError, TimeoutError, StopIteration, KeyError):
            return  # it does not tell, or died at once: the next context starts another
        if self._sender:
            await asyncio.wait_for(self._sender.attend(self.browser), ANSWER)
        if self._for_sites:  # packages have a closed network
            await asyncio.wait_for(UnseenRequests(session).begin(self.browser), ANSWER)
        self._watch = asyncio.ensure_future(self._watched(session, memory_limit))

    def is_usable(self, memory_limit: int) -> bool:
        """Return whether it is alive and not too large."""
        within_limit = not self._processes or self._processes.memory() < memory_limit
        return self.browser.is_connected() and not self.end_reason and within_limit

    @property
    def why_ended(self) -> str:
        """Why we ended it, or just now a page in it; "" when we did not."""
        just_now = time.monotonic() - self._page_ended < AFTERMATH
        return self.end_reason or ("memory" if just_now else "")

    async def _watched(self, session: CDPSession, memory_limit: int) -> None:
        """Kill it when it is far too large or no longer answers; whoever uses it sees it die."""
        while self.browser.is_connected():
            await asyncio.sleep(CHECK_INTERVAL)
            if self._processes and self._processes.end_larger_than(min(ONE_PAGE, 2 * memory_limit)):
                self._page_ended = time.monotonic()
            if self._processes and self._processes.memory() > 2 * memory_limit:
                return await self.end("memory")
            try:
                await asyncio.wait_for(session.send("Browser.getVersion"), ANSWER)
            except TimeoutError:
                return await self.end("hung")
            except PlaywrightError:
                return None
        return None

    async def end(self, reason: str) -> None:
        """Kill it."""
        self.end_reason = self.end_reason or reason
        if self._processes:
            self._processes.kill()
        await bounded(self.browser.close())

    async def close(self) -> None:
        """Close it in the ordinary way."""
        if self._watch:
            await stopped([self._watch])
        await bounded(self.browser.close())
