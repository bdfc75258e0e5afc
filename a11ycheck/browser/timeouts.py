"""Time limits that hold whatever happens, even when what was cancelled never finishes cleaning up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Collection
from typing import Any, TypeVar

from playwright.async_api import Error as PlaywrightError

CLOSING = 3.0
"""Seconds that closing or cleaning up may take."""
T = TypeVar("T")


async def within(work: Awaitable[T], seconds: float) -> T:
    """Return the result of `work`, or raise TimeoutError after so many seconds and at most CLOSING for its end.

    asyncio.wait_for would wait for that end as long as it takes: for ever when it asks a page that hangs.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait([task], timeout=seconds)
        if not task.done():
            raise TimeoutError
        return task.result()
    finally:
        await stopped([task])


async def bounded(closing: Awaitable[Any], seconds: float = CLOSING) -> None:
    """Await the closing of something; it may hang or fail because the thing is already gone."""
    try:
        await within(closing, seconds)
    except (PlaywrightError, TimeoutError):
        return


async def stopped(tasks: Collection[asyncio.Future[Any]]) -> None:
    """Cancel these tasks and wait at most CLOSING for their end; what still waits for a page ends with the page."""
    for task in tasks:
        task.cancel()
        task.add_done_callback(_drop_error)
    await asyncio.wait(tasks, timeout=CLOSING)


def _drop_error(task: asyncio.Future[Any]) -> None:
    """Fetch its error, which nobody needs any more: asyncio would print it otherwise."""
    if not task.cancelled():
        task.exception()
