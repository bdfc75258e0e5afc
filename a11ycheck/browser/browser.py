"""One Chromium for a whole scan, started again when it dies, hangs or grows too large."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

from playwright.async_api import Browser as PlaywrightBrowser
from playwright.async_api import BrowserContext, CDPSession, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.chromium import Chromium, launch_arguments, launch_error, sandbox_possible
from a11ycheck.browser.process_tree import ProcessTree, memory_bound
from a11ycheck.browser.timeouts import bounded, stopped
from a11ycheck.errors import BrowserError

LOOK = 1.0
"""Seconds between two looks at the browser's size."""
ANSWER = 20.0
"""Seconds that a healthy browser needs at most to say its version or to open a context, on a busy machine too."""

NO_NAMES = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""A relay server of WebRTC is looked up beside the proxy: where only packages are opened, no name is looked up."""


class Browser:
    """`async with Browser(found) as browser`; BrowserError when it cannot be started.

    `most` is the memory in bytes that all its processes together may take. One that grew past it is left for a new
    one at the next context; one that takes twice as much, or answers no more, is ended at once.
    """

    def __init__(self, chromium: Chromium, no_names: bool = False, most: int | None = None) -> None:
        self.chromium = chromium
        self.no_names = no_names
        self.most = most or memory_bound()
        self._arguments = launch_arguments() + (NO_NAMES if no_names else [])
        self.starts = 0
        self._playwright: Playwright | None = None
        self._running: list[_Running] = []
        """The last is the one that new contexts are opened in; those before it are still in use."""
        self._lock = asyncio.Lock()

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
        for one in self._running:
            await one.close()
        if self._playwright:
            await bounded(self._playwright.stop())

    def alone(self) -> Browser:
        """Another of the same kind: what dies in it died of the one page that is opened there."""
        return Browser(self.chromium, self.no_names, self.most)

    @property
    def version(self) -> str:
        """The browser's own version, "156.0.8078.79"."""
        return self._running[-1].browser.version if self._running else ""

    async def context(self, **options: Any) -> BrowserContext:
        """A fresh context: own cookies, own storage, own network. Starts the browser again when it has died."""
        running = await self._started()
        try:
            return await asyncio.wait_for(running.browser.new_context(**options), ANSWER)
        except TimeoutError:
            await running.end("hung")
            return await (await self._started()).browser.new_context(**options)

    def obeys(self, context: BrowserContext) -> bool:
        """Whether the browser of a context can be used for more pages: it lives, and has not grown too large."""
        return any(one.browser is context.browser and one.is_good(self.most) for one in self._running[-1:])

    def ended_for(self, context: BrowserContext) -> str:
        """Why we ended the browser of a context: "memory", "hung", or "" when we did not."""
        return next((one.ended_for for one in self._running if one.browser is context.browser), "")

    async def _started(self) -> _Running:
        async with self._lock:
            if self._running and self._running[-1].is_good(self.most):
                return self._running[-1]
            for one in [each for each in self._running[:-1] if not each.browser.contexts]:
                self._running.remove(one)
                await one.close()
            new = _Running(await self._launched())
            await new.begin(self.most)
            self._running.append(new)
            self.starts += 1
            return new

    async def _launched(self) -> PlaywrightBrowser:
        assert self._playwright  # noqa: S101 - set in __aenter__
        try:
            return await self._playwright.chromium.launch(
                executable_path=str(self.chromium.path),
                args=self._arguments,
                chromium_sandbox=sandbox_possible(),
                handle_sigint=False,  # Ctrl-C is ours: the reports of what was done are written first
                handle_sigterm=False,
                handle_sighup=False,
            )
        except PlaywrightError as error:
            raise launch_error(self.chromium.path, str(error)) from error


class _Running:
    """One process of the browser, watched until it ends."""

    def __init__(self, browser: PlaywrightBrowser) -> None:
        self.browser = browser
        self.ended_for = ""
        self._family: ProcessTree | None = None
        self._watch: asyncio.Task[None] | None = None

    async def begin(self, most: int) -> None:
        """Learn which processes it has, and watch them."""
        try:
            session = await asyncio.wait_for(self.browser.new_browser_cdp_session(), ANSWER)
            told = await asyncio.wait_for(session.send("SystemInfo.getProcessInfo"), ANSWER)
            self._family = ProcessTree.of(next(one["id"] for one in told["processInfo"] if one["type"] == "browser"))
        except (PlaywrightError, TimeoutError, StopIteration, KeyError):
            return  # it does not say, or died at once: the next context starts another
        self._watch = asyncio.ensure_future(self._watched(session, 2 * most))

    def is_good(self, most: int) -> bool:
        """Whether it lives and has not grown too large."""
        return self.browser.is_connected() and not self.ended_for and (not self._family or self._family.memory() < most)

    async def _watched(self, session: CDPSession, most: int) -> None:
        """End it when it is far too large, or answers no more; who was using it sees it die."""
        while self.browser.is_connected():
            await asyncio.sleep(LOOK)
            if self._family and self._family.memory() > most:
                return await self.end("memory")
            try:
                await asyncio.wait_for(session.send("Browser.getVersion"), ANSWER)
            except TimeoutError:
                return await self.end("hung")
            except PlaywrightError:
                return None
        return None

    async def end(self, why: str) -> None:
        """Kill it."""
        self.ended_for = self.ended_for or why
        if self._family:
            self._family.kill()
        await bounded(self.browser.close())

    async def close(self) -> None:
        """Let it go in peace."""
        if self._watch:
            await stopped([self._watch])
        await bounded(self.browser.close())
