"""One Chromium for a whole scan, started again when it dies."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

from playwright.async_api import Browser as PlaywrightBrowser
from playwright.async_api import BrowserContext, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from a11ycheck.chromium import Chromium, launch_arguments, sandbox_possible
from a11ycheck.errors import BrowserError

CLOSING = 3.0
"""Seconds that closing may take: a browser that hangs is left to its driver's end."""

NO_NAMES = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""A relay server of WebRTC is looked up beside the proxy: where only packages are opened, no name is looked up."""


class Browser:
    """`async with Browser(found) as browser`; BrowserError when it cannot be started."""

    def __init__(self, chromium: Chromium, no_names: bool = False) -> None:
        self.chromium = chromium
        self._arguments = launch_arguments() + (NO_NAMES if no_names else [])
        self.starts = 0
        self._playwright: Playwright | None = None
        self._running: PlaywrightBrowser | None = None
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
        if self._running:
            await bounded(self._running.close())
        if self._playwright:
            await bounded(self._playwright.stop())

    @property
    def version(self) -> str:
        """The browser's own version, "156.0.8078.79"."""
        return self._running.version if self._running else ""

    @property
    def alive(self) -> bool:
        """Whether it still answers."""
        return self._running is not None and self._running.is_connected()

    async def context(self, **options: Any) -> BrowserContext:
        """A fresh context: own cookies, own storage, own network. Starts the browser again when it has died."""
        running = await self._started()
        return await running.new_context(**options)

    async def kill(self) -> None:
        """End a browser that no longer obeys; the next context starts another."""
        if self._running:
            await bounded(self._running.close())
            self._running = None

    async def _started(self) -> PlaywrightBrowser:
        async with self._lock:
            if self._running and self._running.is_connected():
                return self._running
            assert self._playwright  # noqa: S101 - set in __aenter__
            try:
                self._running = await self._playwright.chromium.launch(
                    executable_path=str(self.chromium.path),
                    args=self._arguments,
                    chromium_sandbox=sandbox_possible(),
                    handle_sigint=False,  # Ctrl-C is ours: the reports of what was done are written first
                    handle_sigterm=False,
                    handle_sighup=False,
                )
            except PlaywrightError as error:
                raise BrowserError(
                    "browser-start", path=self.chromium.path, error=str(error).splitlines()[0]
                ) from error
            self.starts += 1
            return self._running


async def bounded(closing: Any, seconds: float = CLOSING) -> None:
    """Await something that may hang or fail because what it closes is already gone."""
    try:
        await asyncio.wait_for(closing, seconds)
    except (PlaywrightError, TimeoutError):
        return
