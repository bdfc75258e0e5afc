"""Running browsers that the tests of one process share: starting one for each test would cost a second each.

The browsers belong to an event loop in a thread of its own, so that they are watched between tests too.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from functools import cache
from threading import Thread
from typing import Any, TypeVar

from playwright.async_api import BrowserContext

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import Chromium, find
from a11ycheck.browser.timeouts import bounded
from tests.process_guard import require_marker

Result = TypeVar("Result")


class SharedBrowser(Browser):
    """A browser that closes the contexts that a test left open before the next test gets it."""

    def __init__(self, chromium: Chromium, no_dns: bool = False) -> None:
        super().__init__(chromium, no_dns)
        self._contexts: list[BrowserContext] = []

    async def new_context(self, **options: Any) -> BrowserContext:
        """Open a context."""
        context = await super().new_context(**options)
        self._contexts.append(context)
        return context

    async def close_contexts(self) -> None:
        """Close the contexts that are still open."""
        while self._contexts:
            await bounded(self._contexts.pop().close())


_shared: dict[tuple[Chromium, bool], SharedBrowser] = {}


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine where the shared browsers are, and return its result."""
    future = asyncio.run_coroutine_threadsafe(coroutine, _loop())
    try:
        return future.result()
    except BaseException:
        future.cancel()  # the test may end first: by its time limit, or by Ctrl-C
        raise


@asynccontextmanager
async def open_browser(
    chromium: Chromium | None = None, no_dns: bool = False, memory_limit: int | None = None
) -> AsyncIterator[Browser]:
    """Lend a shared browser, or start one where the test limits its memory. To be called within `run`."""
    require_marker("browser", "uses a browser")
    chromium = chromium or find()
    if memory_limit:
        async with Browser(chromium, no_dns, memory_limit) as browser:
            yield browser
        return
    if (chromium, no_dns) not in _shared:
        _shared[chromium, no_dns] = await SharedBrowser(chromium, no_dns).__aenter__()
    shared = _shared[chromium, no_dns]
    try:
        yield shared
    finally:
        await shared.close_contexts()


def close_all() -> None:
    """Close the shared browsers."""
    while _shared:
        _, browser = _shared.popitem()
        run(browser.__aexit__(None, None, None))


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="shared browsers", daemon=True).start()
    return loop
