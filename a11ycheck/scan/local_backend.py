"""The backend of this computer: all sessions in one browser, a limited number at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from a11ycheck.browser.browser import Browser
from a11ycheck.scan.session import Session, SessionSetup
from a11ycheck.scan.sessions import open_session


class LocalBackend:
    """A `Backend` (scan/session.py). `slots` are shared by all targets of a scan."""

    def __init__(self, browser: Browser, slots: asyncio.Semaphore, capacity: int) -> None:
        self._browser, self._slots, self.capacity = browser, slots, capacity
        self.browser_versions = {browser.version}

    @asynccontextmanager
    async def session(self, setup: SessionSetup) -> AsyncIterator[Session]:
        """Open a session as soon as one of the slots is free."""
        async with self._slots, await open_session(self._browser, setup) as session:
            yield session

    @asynccontextmanager
    async def isolated_session(self, setup: SessionSetup) -> AsyncIterator[Session]:
        """Open a session beside the slots, in a browser of its own: others may wait for its page."""
        async with self._browser.new_instance() as browser, await open_session(browser, setup) as session:
            yield session
