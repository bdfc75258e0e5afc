"""How long to wait before the next page: the pace of a site, and what its server asks for when it is busy."""

from __future__ import annotations

import asyncio
import time
from collections import Counter

from a11ycheck.model import Page

RETRIES = 3
"""How often one page is requested again."""
FIRST_WAIT = 5.0
"""Seconds to wait when a busy server does not say how long; twice as many the next time."""
LONGEST_WAIT = 120.0
"""Seconds to wait at most, whatever the server asks for."""
SLOWEST_PACE = 10.0
"""Seconds between two pages at most, however often the server was busy."""


class Throttle:
    """One for each target: all its pages wait here for their turn, so that a busy server is left alone by all."""

    def __init__(self) -> None:
        self._next = 0.0
        self._slower = 0.0
        self._requests = Counter[Page]()
        self._lock = asyncio.Lock()

    async def wait_for_turn(self, pace: float) -> None:
        """Wait until the next page may be opened; `pace` is the number of seconds between two."""
        async with self._lock:
            while (left := self._next - time.monotonic()) > 0:
                await asyncio.sleep(left)
            self._next = time.monotonic() + max(pace, self._slower)

    def slow_down(self, page: Page, seconds: float | None) -> None:
        """Note that the server asked to wait when this page was opened, and make the pace slower from now on."""
        wait = FIRST_WAIT * 2 ** self._requests[page] if seconds is None else seconds
        self._requests[page] += 1
        self._next = max(self._next, time.monotonic() + min(wait, LONGEST_WAIT))
        self._slower = min(SLOWEST_PACE, 2 * self._slower or 0.25)

    def is_exhausted(self, page: Page) -> bool:
        """Tell whether this page was requested often enough."""
        return self._requests[page] >= RETRIES
