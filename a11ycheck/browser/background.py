"""What is done beside everything else: a listener for the browser's events may not wait for what it sends back."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from playwright.async_api import Error as PlaywrightError


class Background:
    """Does each piece of work that it is given to its end. Playwright's error means that the page went meanwhile."""

    def __init__(self) -> None:
        self._open: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, object]) -> None:
        """Begin a piece of work, and return at once."""
        task = asyncio.ensure_future(_done(work))
        self._open.add(task)
        task.add_done_callback(self._open.discard)


async def _done(work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except PlaywrightError:
        return  # the page that asked is gone
