"""How long to wait before the next page: the pace of a site, and what its server asks for when it is busy."""

from __future__ import annotations

import asyncio
import time
from collections import Counter

from a11ycheck.model import Page

TRIES = 3
"""Times that one page is asked for again."""
FIRST = 5.0
"""Seconds to wait when a server does not say how long; twice as many the next time."""
LONGEST = 120.0
"""Seconds; a server that asks for more is given up for this page after TRIES."""
SLOWEST = 10.0
"""Seconds between two pages, however often the server was busy."""


class Throttle:
    """One for each target: all its pages take their turns here, so that a busy server is left alone by all of them."""

    def __init__(self) -> None:
        self._next = 0.0
        self._slower = 0.0
        self._asked = Counter[Page]()
        self._lock = asyncio.Lock()

    async def turn(self, pace: float) -> None:
        """Wait until the next page may be opened; `pace` is in seconds between two."""
        async with self._lock:
            while (left := self._next - time.monotonic()) > 0:
                await asyncio.sleep(left)
            self._next = time.monotonic() + max(pace, self._slower)

    def ask(self, page: Page, seconds: float | None) -> None:
        """The server asked to wait when this page was opened; from now on the pace is slower too."""
        wait = FIRST * 2 ** self._asked[page] if seconds is None else seconds
        self._asked[page] += 1
        self._next = max(self._next, time.monotonic() + min(wait, LONGEST))
        self._slower = min(SLOWEST, 2 * self._slower or 0.25)

    def give_up(self, page: Page) -> bool:
        """Whether this page was asked for often enough."""
        return self._asked[page] >= TRIES
