"""The stages of this computer: all in one browser, so many at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from a11ycheck.browser import Browser
from a11ycheck.playing import Setting
from a11ycheck.stage import Stage


class Here:
    """`slots` are shared by all targets of a scan."""

    def __init__(self, browser: Browser, slots: asyncio.Semaphore, most: int) -> None:
        self.browser, self.slots, self.most = browser, slots, most
        self.browsers = {browser.version}

    @asynccontextmanager
    async def stage(self, setting: Setting) -> AsyncIterator[Stage]:
        """A stage, when one of the slots is free."""
        async with self.slots, Stage(self.browser, setting) as stage:
            yield stage

    @asynccontextmanager
    async def alone(self, setting: Setting) -> AsyncIterator[Stage]:
        """One beside the slots: its page waits for none that may wait for it."""
        async with self.browser.alone() as browser, Stage(browser, setting) as stage:
            yield stage
