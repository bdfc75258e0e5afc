"""The stages of this computer: all in one browser, so many at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from a11ycheck.browser.browser import Browser
from a11ycheck.scan.browser_session import BrowserSession
from a11ycheck.scan.session import SessionSetup


class LocalBackend:
    """`slots` are shared by all targets of a scan."""

    def __init__(self, browser: Browser, slots: asyncio.Semaphore, most: int) -> None:
        self.browser, self.slots, self.most = browser, slots, most
        self.browsers = {browser.version}

    @asynccontextmanager
    async def stage(self, setting: SessionSetup) -> AsyncIterator[BrowserSession]:
        """A stage, when one of the slots is free."""
        async with self.slots, BrowserSession(self.browser, setting) as stage:
            yield stage

    @asynccontextmanager
    async def alone(self, setting: SessionSetup) -> AsyncIterator[BrowserSession]:
        """One beside the slots: its page waits for none that may wait for it."""
        async with self.browser.alone() as browser, BrowserSession(browser, setting) as stage:
            yield stage
